#include "cli/workshop_files.hpp"

#include <algorithm>
#include <filesystem>
#include <tuple>

#include "cli/files.hpp"

namespace sextant::cli {

namespace {

/// The country files of a folder and all respondents' files below it.
std::vector<std::string> answers_below(const std::string& folder) {
  std::vector<std::string> out = files::country_files(folder);
  for (const std::string& path : files::data_files(folder)) {
    const std::string below = std::filesystem::path(path).lexically_relative(folder).string();
    if (files::is_respondents(below)) out.push_back(path);
  }
  return out;
}

}  // namespace

Workshop read_workshop(Library& library, const std::vector<std::string>& paths, const std::string& named,
                       std::vector<Diagnostic>& diagnostics) {
  Workshop out;
  for (const std::string& given : paths) {
    const std::vector<std::string> all =
        files::is_folder(given) ? answers_below(given) : std::vector<std::string>{given};
    if (all.empty()) diagnostics.push_back({Code::nothing_in_folder, given, {}, {}, {}, {}});
    for (const std::string& path : all) {
      auto file = read_answers(library, path, named, diagnostics);
      if (file && !out.instrument) out.instrument = file->instrument;
      if (file && out.instrument->fingerprint != file->instrument->fingerprint) {
        diagnostics.push_back(other_instrument(path, *file->instrument, *out.instrument));
        file.reset();
      }
      if (!file) {
        out.unreadable.push_back(path);
        continue;
      }
      Scores scores = score(*out.instrument, file->assessment);
      out.files.push_back(
          {path, files::is_respondents(path), std::move(file->assessment), std::move(scores)});
    }
  }
  std::stable_sort(out.files.begin(), out.files.end(), [](const WorkshopFile& a, const WorkshopFile& b) {
    const auto key = [](const WorkshopFile& one) {
      return std::tie(one.assessment.unit.id, one.assessment.round.date, one.assessment.round.id,
                      one.respondents, one.path);
    };
    return key(a) < key(b);
  });
  return out;
}

}  // namespace sextant::cli
