#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <iterator>
#include <map>
#include <mutex>
#include <ostream>
#include <thread>

#include "cli/app.hpp"
#include "cli/files.hpp"
#include "cli/library.hpp"
#include "cli/render.hpp"

namespace sextant::cli {

namespace {

/// One unit to make outputs for, and what became of it.
struct Job {
  std::string source;  ///< the answers file, or table:line
  InstrumentPtr instrument;
  std::optional<Assessment> assessment;
  std::vector<Diagnostic> diagnostics;
  std::vector<std::string> written;
  std::string same_as;  ///< the job that has the same unit and round
  bool failed = false;
};

/// Who writes which files. Names are taken in the order of the jobs, whatever thread is faster, so that of
/// two units with one name always the same one is refused.
class Names {
 public:
  /// Waits for its turn. Empty: the name is free and taken now; else the source of the job that has it.
  std::string take(std::size_t turn, const std::string& name, const std::string& source) {
    std::unique_lock lock(mutex_);
    turn_came_.wait(lock, [&] { return next_ == turn; });
    const auto [it, is_new] = owners_.emplace(name, source);
    ++next_;
    turn_came_.notify_all();
    return is_new || name.empty() ? std::string() : it->second;
  }

 private:
  std::mutex mutex_;
  std::condition_variable turn_came_;
  std::size_t next_ = 0;
  std::map<std::string, std::string> owners_;
};

/// Reads the answers where they are not there yet.
void read_job(Job& job, const BatchOptions& options, Library& library) {
  if (job.assessment) return;
  auto file = read_answers(library, job.source, options.instrument, job.diagnostics);
  if (!file) return;
  job.instrument = file->instrument;
  job.assessment = std::move(file->assessment);
}

void make(Job& job, const BatchOptions& options, const std::vector<std::string>& languages, Lang lang,
          Library& library, pdf::Workspace& workspace) {
  const std::vector<Output> all = outputs(options.kinds, options.formats, languages);
  std::vector<Diagnostic> problems;
  const ActionsPtr actions = actions_needed(library, *job.instrument, *job.assessment, all, problems);
  if (has_errors(problems)) {
    append(job.diagnostics, problems);
    job.failed = true;
    return;
  }
  for (Output output : all) {
    output.paper = options.paper;
    const std::string path = files::join(options.output, output_name(*job.assessment, output));
    const std::string bytes = render(*job.instrument, *job.assessment, actions, output, workspace);
    if (const auto problem = unprinted(output.format, workspace, job.source, lang))
      job.diagnostics.push_back(*problem);
    if (auto problem = files::write(path, bytes)) {
      job.diagnostics.push_back(*problem);
      job.failed = true;
      return;
    }
    job.written.push_back(path);
  }
}

/// One job from reading to writing. `turn` is its place among the jobs.
void work_on(Job& job, std::size_t turn, Names& names, const BatchOptions& options, const Common& common,
             Library& library, pdf::Workspace& workspace) {
  std::string name;
  std::vector<std::string> languages;
  try {
    read_job(job, options, library);
    if (job.assessment) {
      languages = output_languages(common, *job.assessment, *job.instrument);
      name = unit_name(*job.assessment) + "." + languages.front();
    }
  } catch (const std::exception&) {
    job.diagnostics.push_back({Code::io_failed, job.source, {}, {}, {}, {}});
  }
  job.same_as = names.take(turn, name, job.source);
  job.failed = name.empty() || !job.same_as.empty();
  try {
    if (!job.failed) make(job, options, languages, common.lang, library, workspace);
  } catch (const Contradiction& fault) {
    job.failed = true;
    job.diagnostics.push_back({Code::report_contradicts, job.source, {}, {{"what", fault.what()}}, {}, {}});
  } catch (const std::exception&) {
    job.failed = true;
    job.diagnostics.push_back({Code::io_failed, job.source, {}, {}, {}, {}});
  }
  job.assessment.reset();  // what is done need not be kept: memory stays flat
}

bool wanted(const BatchOptions& options, const std::string& unit) {
  return options.only.empty() ||
         std::find(options.only.begin(), options.only.end(), unit) != options.only.end();
}

bool is_table(const BatchOptions& options) {
  return !files::is_folder(options.input);
}

/// The rows of a table, or the answers files of a folder. False: nothing can be done.
bool gather(const BatchOptions& options, Library& library, std::deque<Job>& jobs,
            std::vector<Diagnostic>& diagnostics) {
  if (is_table(options)) {
    const InstrumentPtr instrument = library.load(options.instrument, diagnostics);
    if (!instrument) return false;
    read_table_file(
        options.table, options.input, *instrument,
        [&](Assessment&& assessment, int line) {
          if (!wanted(options, assessment.unit.id)) return;
          Job job;
          job.source = options.input + ":" + std::to_string(line);
          job.instrument = instrument;
          job.assessment = std::move(assessment);
          jobs.push_back(std::move(job));
        },
        diagnostics);
    return true;
  }
  const std::vector<std::string> all = files::country_files(options.input);
  if (all.empty()) diagnostics.push_back({Code::nothing_in_folder, options.input, {}, {}, {}, {}});
  for (const std::string& path : all) {
    Job job;
    job.source = path;
    const std::string unit = files::stem(files::folder_of(path));
    if (!wanted(options, unit) && !wanted(options, files::stem(path))) continue;
    jobs.push_back(std::move(job));
  }
  return !all.empty();
}

}  // namespace

int run_batch(Context& context, const BatchOptions& options) {
  const bool fr = context.common.lang == Lang::fr;
  std::vector<Diagnostic> diagnostics;
  if (!files::exists(options.input)) {
    print_all(context, {{Code::no_such_file, options.input, {}, {}, {}, {}}}, false);
    return kEnvironment;
  }
  if (is_table(options) && options.instrument.empty()) {
    context.err << (fr ? "sextant : un tableau demande son questionnaire : -q QUESTIONNAIRE\n"
                       : "sextant: a table needs its questionnaire: -q INSTRUMENT\n");
    return kUsage;
  }
  Library library(context.environment, languages_to_read(context.common));
  std::deque<Job> jobs;
  const bool ready = gather(options, library, jobs, diagnostics);
  const bool rows_lost = has_errors(diagnostics);
  print_all(context, diagnostics, true);
  if (!ready || (jobs.empty() && has_errors(diagnostics))) return exit_of(diagnostics);
  if (jobs.empty()) {
    context.err << (fr ? "sextant : aucune des unités demandées par --only n'a été trouvée\n"
                       : "sextant: none of the units that --only asks for was found\n");
    return kData;
  }

  std::atomic<std::size_t> next{0};
  std::mutex mutex;
  Names names;
  const auto work = [&] {
    pdf::Workspace workspace;
    while (true) {
      const std::size_t index = next.fetch_add(1);
      if (index >= jobs.size()) return;
      Job& job = jobs[index];
      work_on(job, index, names, options, context.common, library, workspace);
      const std::lock_guard lock(mutex);
      // Warnings on answers are for sextant check; what a reader will not see is said here.
      std::vector<Diagnostic> unseen;
      std::copy_if(job.diagnostics.begin(), job.diagnostics.end(), std::back_inserter(unseen),
                   [](const Diagnostic& one) { return one.code == Code::no_font; });
      print_all(context, std::move(unseen), true);
      if (job.failed) {
        print_all(context, job.diagnostics, false);
        context.err << (fr ? "échec : " : "failed: ") << job.source;
        if (!job.same_as.empty())
          context.err << (fr ? " : même unité et même tour que " : ": same unit and round as ")
                      << job.same_as;
        context.err << "\n";
      } else {
        for (const std::string& path : job.written) context.out << path << "\n";
      }
    }
  };
  const unsigned processors = std::max(1U, std::thread::hardware_concurrency());
  const std::size_t threads =
      std::min(jobs.size(), options.jobs > 0 ? static_cast<std::size_t>(options.jobs) : processors);
  std::vector<std::thread> pool;
  for (std::size_t i = 1; i < threads; ++i) pool.emplace_back(work);
  work();
  for (std::thread& thread : pool) thread.join();

  const auto failed = std::count_if(jobs.begin(), jobs.end(), [](const Job& job) { return job.failed; });
  const auto made = static_cast<std::ptrdiff_t>(jobs.size()) - failed;
  context.err << (fr ? fmt::format("{} unité{} traitée{}, {} en échec\n", made, made < 2 ? "" : "s",
                                   made < 2 ? "" : "s", failed)
                     : fmt::format("{} made, {} failed\n", made, failed));
  for (const Job& job : jobs) {
    if (job.failed) context.err << "  " << job.source << "\n";
  }
  return failed > 0 || rows_lost ? kPartial : kFine;
}

}  // namespace sextant::cli
