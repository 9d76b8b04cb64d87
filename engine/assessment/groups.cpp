#include "engine/assessment/groups.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "engine/syntax/tree.hpp"
#include "engine/text/utf8.hpp"

namespace sextant {

namespace {

/// Its words folded, without the letter of a plural. Signs stay: "a_b" and "a/b" are two ids.
std::string singular(std::string_view text) {
  std::string out;
  std::string word;
  for (const char c : utf8::fold(text) + " ") {
    if (c != ' ') {
      word += c;
      continue;
    }
    if (word.size() > 3 && (word.back() == 's' || word.back() == 'x')) word.pop_back();
    if (!word.empty()) out += word + ' ';
    word.clear();
  }
  return out;
}

/// The id of the group that was meant; empty where none is near.
std::string meant(const std::string& group, const Instrument& instrument) {
  std::vector<std::string> known;
  for (const RespondentGroup& one : instrument.respondent_groups) {
    if (alike(group, one.id)) return one.id;
    known.push_back(utf8::fold(one.id));
    for (const std::string& title : one.title.in) {
      if (alike(group, title)) return one.id;
      known.push_back(utf8::fold(title));
    }
  }
  const std::string near = nearest(utf8::fold(group), known);
  for (const RespondentGroup& one : instrument.respondent_groups) {
    const auto is = [&](const std::string& text) { return utf8::fold(text) == near; };
    if (!near.empty() && (is(one.id) || std::any_of(one.title.in.begin(), one.title.in.end(), is)))
      return one.id;
  }
  return {};
}

}  // namespace

bool alike(std::string_view a, std::string_view b) {
  const std::string word = singular(a);
  return !word.empty() && word == singular(b);
}

std::vector<std::pair<std::size_t, std::size_t>> groups_alike(const std::vector<Respondent>& respondents) {
  std::vector<std::pair<std::size_t, std::size_t>> out;
  std::vector<std::size_t> firsts;  // of each group
  for (std::size_t i = 0; i < respondents.size(); ++i) {
    const std::string& group = respondents[i].group;
    const auto same = [&](std::size_t first) { return respondents[first].group == group; };
    if (group.empty() || std::any_of(firsts.begin(), firsts.end(), same)) continue;
    const auto like = [&](std::size_t first) { return alike(respondents[first].group, group); };
    const auto it = std::find_if(firsts.begin(), firsts.end(), like);
    if (it != firsts.end()) out.emplace_back(i, *it);
    firsts.push_back(i);
  }
  return out;
}

void check_groups(const std::vector<Respondent>& respondents, const std::vector<Span>& at,
                  const Instrument& instrument, Sink& sink) {
  if (instrument.respondent_groups.empty()) {
    for (const auto& [one, other] : groups_alike(respondents)) {
      sink.add(Code::groups_alike, at[one],
               {{"id", shown(respondents[one].group)}, {"other", shown(respondents[other].group)}});
    }
    return;
  }
  std::set<std::string> named;
  for (std::size_t i = 0; i < respondents.size(); ++i) {
    const std::string& group = respondents[i].group;
    const auto& groups = instrument.respondent_groups;
    const auto is = [&](const RespondentGroup& one) { return one.id == group; };
    if (group.empty() || std::any_of(groups.begin(), groups.end(), is)) continue;
    if (named.insert(group).second)
      sink.add(Code::unknown_group, at[i], {{"id", shown(group)}}, meant(group, instrument));
  }
}

std::vector<Diagnostic> check_groups_together(const std::vector<Respondent>& respondents,
                                              const Instrument& instrument, const std::string& place,
                                              const std::vector<Diagnostic>& named) {
  std::vector<Diagnostic> out;
  if (!instrument.respondent_groups.empty()) return out;  // each file has named those that are not there
  for (const auto& pair : groups_alike(respondents)) {
    const Args args = {{"id", shown(respondents[pair.first].group)},
                       {"other", shown(respondents[pair.second].group)}};
    const auto same = [&](const Diagnostic& one) {
      return one.code == Code::groups_alike && one.args == args;
    };
    if (std::none_of(named.begin(), named.end(), same))
      out.push_back({Code::groups_alike, place, {}, args, {}, {}});
  }
  return out;
}

}  // namespace sextant
