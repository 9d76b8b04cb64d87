#include "cli/group_name.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "cli/files.hpp"

namespace sextant::cli {

std::string group_of_file(const std::string& path, const Assessment& assessment) {
  std::error_code error;
  const std::filesystem::path target = std::filesystem::weakly_canonical(path, error);
  const bool there = target.parent_path().extension() == ".groups";
  if (path == "-" || error || !there || assessment.respondents.empty()) return {};
  const std::string& group = assessment.respondents.front().group;
  const bool one = std::all_of(assessment.respondents.begin(), assessment.respondents.end(),
                               [&](const Respondent& respondent) { return respondent.group == group; });
  return one ? group : std::string();
}

void name_group(AnswersFile& file) {
  const std::string group = group_of_file(file.path, file.assessment);
  if (group.empty()) return;
  LocalText names;
  for (std::size_t i = 0; i < file.instrument->languages.size(); ++i) {
    const std::string& language = file.instrument->languages[i];
    names.emplace_back(language,
                       file.assessment.unit.label(language) + ", " + file.instrument->group_title(group, i));
  }
  file.assessment.unit.name = std::move(names);
}

}  // namespace sextant::cli
