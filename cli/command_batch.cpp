#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <deque>
#include <mutex>
#include <ostream>
#include <set>
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
  bool failed = false;
};

void make(Job& job, const BatchOptions& options, const Common& common, Library& library,
          pdf::Workspace& workspace) {
  if (!job.assessment) {
    auto file = read_answers(library, job.source, options.instrument, job.diagnostics);
    if (file) {
      job.instrument = file->instrument;
      job.assessment = std::move(file->assessment);
    }
  }
  if (!job.assessment) {
    job.failed = true;
    return;
  }
  const std::string language = output_language(common, *job.assessment, *job.instrument);
  for (const std::string& format : options.formats) {
    const std::string path =
        files::join(options.output, report_name(*job.assessment, language) + "." + format);
    const std::string bytes = render_report(*job.instrument, *job.assessment, language, format, workspace);
    if (auto problem = files::write(path, bytes)) {
      job.diagnostics.push_back(*problem);
      job.failed = true;
      return;
    }
    job.written.push_back(path);
  }
  job.assessment.reset();  // what is done need not be kept: memory stays flat
}

/// Two units that would write the same file: the later ones are failures, named, before anything is
/// overwritten.
void refuse_collisions(std::deque<Job>& jobs) {
  std::set<std::string> names;
  for (Job& job : jobs) {
    if (job.assessment && !names.insert(report_name(*job.assessment, "")).second) {
      job.failed = true;
    }
  }
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
    refuse_collisions(jobs);
    return true;
  }
  for (const std::string& path : files::country_files(options.input)) {
    Job job;
    job.source = path;
    const std::string unit = files::stem(files::folder_of(path));
    if (!wanted(options, unit) && !wanted(options, files::stem(path))) continue;
    jobs.push_back(std::move(job));
  }
  if (jobs.empty()) diagnostics.push_back({Code::nothing_in_folder, options.input, {}, {}, {}, {}});
  return !jobs.empty();
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
  std::optional<std::vector<std::string>> languages;
  if (context.common.lang_given)
    languages = std::vector<std::string>{std::string(code_of(context.common.lang))};
  Library library(context.environment, languages);
  std::deque<Job> jobs;
  const bool ready = gather(options, library, jobs, diagnostics);
  const bool rows_lost = has_errors(diagnostics);
  print_all(context, diagnostics, true);
  if (!ready) return exit_of(diagnostics);

  std::atomic<std::size_t> next{0};
  std::mutex mutex;
  const auto work = [&] {
    pdf::Workspace workspace;
    while (true) {
      const std::size_t index = next.fetch_add(1);
      if (index >= jobs.size()) return;
      Job& job = jobs[index];
      try {
        if (!job.failed) make(job, options, context.common, library, workspace);
      } catch (const std::exception&) {
        job.failed = true;
        job.diagnostics.push_back({Code::io_failed, job.source, {}, {}, {}, {}});
      }
      const std::lock_guard lock(mutex);
      if (job.failed) {
        print_all(context, job.diagnostics, false);
        context.err << (fr ? "échec : " : "failed: ") << job.source << "\n";
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
  context.err << (fr ? fmt::format("{} unité(s) traitée(s), {} en échec\n", made, failed)
                     : fmt::format("{} made, {} failed\n", made, failed));
  for (const Job& job : jobs) {
    if (job.failed) context.err << "  " << job.source << "\n";
  }
  return failed > 0 || rows_lost ? kPartial : kFine;
}

}  // namespace sextant::cli
