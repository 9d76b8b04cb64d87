#include <algorithm>
#include <ostream>

#include "cli/app.hpp"
#include "cli/files.hpp"
#include "cli/library.hpp"
#include "cli/render.hpp"
#include "engine/archive/zip.hpp"
#include "reports/json/verify_json.hpp"

namespace sextant::cli {

namespace {

using document::Identity;

/// What the file is, whatever it is called.
Format format_of_bytes(const std::string& bytes) {
  if (bytes.compare(0, 5, "%PDF-") == 0) return Format::pdf;
  if (bytes.compare(0, 2, "PK") == 0) return Format::docx;
  return bytes.compare(0, 14, "<!doctype html") == 0 ? Format::html : Format::md;
}

/// What the file says that it was made from.
std::optional<Identity> named_in(const std::string& bytes, Format format) {
  if (format != Format::docx) return document::identity_in(bytes);
  const auto entries = archive::read_zip(bytes);
  if (!entries) return std::nullopt;
  for (const archive::Entry& entry : *entries) {
    if (entry.path == "docProps/core.xml") return document::identity_in(entry.bytes);
  }
  return std::nullopt;
}

/// Everything of this format that the answers can be made into.
std::vector<Output> candidates(const AnswersFile& file, Format format) {
  std::vector<std::string> languages = {"en", "fr"};
  for (const std::string& own : output_languages({}, file.assessment, *file.instrument)) {
    if (std::find(languages.begin(), languages.end(), own) == languages.end()) languages.push_back(own);
  }
  std::vector<Kind> kinds;
  for (const std::string& name : kind_names()) kinds.push_back(*kind_of(name));
  std::vector<Output> out = outputs(kinds, {format}, languages);
  // Of posters also each pillar alone, and, where there are pages, each paper.
  std::vector<std::optional<std::size_t>> pillars = {std::nullopt};
  for (const std::size_t pillar : file.instrument->pillars()) pillars.emplace_back(pillar);
  std::vector<document::Paper> papers = {document::Paper::a3};
  if (format == Format::pdf || format == Format::docx) papers.push_back(document::Paper::a4);
  const std::size_t plain = out.size();
  for (std::size_t i = 0; i < plain; ++i) {
    if (out[i].kind != Kind::poster) continue;
    for (const auto& pillar : pillars) {
      for (const document::Paper paper : papers) {
        if (!pillar && paper == out[i].paper) continue;  // there already
        Output one = out[i];
        one.pillar = pillar;
        one.paper = paper;
        out.push_back(one);
      }
    }
  }
  return out;
}

/// Compares with each candidate until one is equal. Of a text that none is equal to, `line` is the first
/// line that differs from the candidate that goes furthest with it.
void compare(Library& library, const AnswersFile& file, const std::string& bytes, Format format,
             json::Verification& out) {
  // Without a library of actions there is no report of a plan to compare with.
  std::vector<Diagnostic> ignored;
  const std::vector<Output> all = candidates(file, format);
  const ActionsPtr actions = actions_needed(library, *file.instrument, file.assessment, all, ignored);
  if (out.named && !out.named->actions.empty() && actions)
    out.given.actions = actions->head.fingerprint.substr(0, 16);
  // Every report names what it was made from: one that names nothing, or something else, cannot be equal.
  out.verdict = !out.named ? "unnamed" : *out.named == out.given ? "changed" : "other";
  if (out.verdict != "changed") return;
  pdf::Workspace workspace;
  std::size_t furthest = 0;
  for (const Output& output : all) {
    if (shows_plan(output, file.assessment) && !actions) continue;
    const std::string made = render(*file.instrument, file.assessment, actions, output, workspace);
    if (made == bytes) {
      out.verdict = "unchanged";
      out.kind = name_of(output.kind);
      out.language = output.language;
      return;
    }
    const auto first = std::mismatch(bytes.begin(), bytes.end(), made.begin(), made.end()).first;
    furthest = std::max(furthest, static_cast<std::size_t>(first - bytes.begin()));
  }
  if (format == Format::md || format == Format::html) {
    const auto end = bytes.begin() + static_cast<std::ptrdiff_t>(furthest);
    out.line = static_cast<int>(std::count(bytes.begin(), end, '\n')) + 1;
  }
}

std::string shown(const std::string& part, Lang lang) {
  return !part.empty() ? part : lang == Lang::fr ? "aucune" : "none";
}

/// What the file was made from and these are not, a line each.
std::string other_parts(const Identity& named, const Identity& given, Lang lang) {
  const bool fr = lang == Lang::fr;
  std::string out;
  const auto part = [&](Bilingual what, const std::string& in_report, const std::string& here) {
    if (in_report == here) return;
    out += "  " + std::string(what(lang)) + (fr ? " : " : ": ") + shown(in_report, lang) +
           (fr ? " dans le rapport, " : " in the report, ") + shown(here, lang) + (fr ? " ici\n" : " here\n");
  };
  part({"other answers", "autres réponses"}, named.answers, given.answers);
  part({"another questionnaire, or another state of it", "autre questionnaire, ou autre état de celui-ci"},
       named.instrument, given.instrument);
  part({"another library of actions", "autre bibliothèque d'actions"}, named.actions, given.actions);
  part({"another version of sextant", "autre version de sextant"}, named.engine, given.engine);
  return out;
}

std::string text(const json::Verification& one, Lang lang) {
  const bool fr = lang == Lang::fr;
  const std::string start = one.report + (fr ? " : " : ": ");
  const std::string line = one.line
                               ? (fr ? ", première différence à la ligne " : ", first difference in line ") +
                                     std::to_string(*one.line)
                               : "";
  if (one.verdict == "unchanged")
    return start + (fr ? "inchangé" : "unchanged") + " (" + one.kind + ", " + one.language + ")\n";
  if (one.verdict == "changed")
    return start + (fr ? "modifié après sa production" : "changed after it was made") + line + "\n";
  if (one.verdict == "other")
    return start + (fr ? "produit à partir d'autre chose\n" : "made from something else\n") +
           other_parts(*one.named, one.given, lang);
  return start + (fr ? "ce n'est pas un rapport de sextant, ou la mention de son origine a été retirée\n"
                     : "not a report of sextant, or what names its origin was taken out\n");
}

}  // namespace

int run_verify(Context& context, const VerifyOptions& options) {
  const files::ReadResult report = files::read(options.report);
  if (!report.ok) {
    print_all(context, {report.problem}, false);
    return kEnvironment;
  }
  std::vector<Diagnostic> diagnostics;
  Library library(context.environment, std::nullopt);
  const auto file = read_answers(library, options.answers, options.instrument, diagnostics);
  print_all(context, diagnostics, false);
  if (!file) return exit_of(diagnostics);
  json::Verification result;
  result.report = options.report;
  const Format format = format_of_bytes(report.bytes);
  result.named = named_in(report.bytes, format);
  result.given = document::identity_of(*file->instrument, file->assessment, SEXTANT_VERSION);
  compare(library, *file, report.bytes, format, result);
  context.out << (options.json ? json::verify(result) + "\n" : text(result, context.common.lang));
  return result.verdict == "unchanged" ? kFine : kData;
}

}  // namespace sextant::cli
