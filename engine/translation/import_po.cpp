#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "engine/syntax/fields.hpp"
#include "engine/text/digest.hpp"
#include "engine/text/fill.hpp"
#include "engine/text/utf8.hpp"
#include "engine/translation/exchange.hpp"

namespace sextant {

namespace {

std::string trimmed(const std::string& text) {
  constexpr std::string_view kBlanks = " \t\n";
  const std::size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

/// The names of `these` that `those` lack, as `{a}, {b}`.
std::string lacking(const std::vector<std::string>& these, const std::vector<std::string>& those) {
  std::string out;
  for (const std::string& name : these) {
    if (std::find(those.begin(), those.end(), name) == those.end()) {
      out += (out.empty() ? "{" : ", {") + shown(name) + "}";
    }
  }
  return out;
}

class Import {
 public:
  Import(const Instrument& instrument, Catalogue& catalogue, Sink& sink)
      : instrument_(instrument), catalogue_(catalogue), sink_(sink), confirmed_(catalogue.texts.size()) {
    for (std::size_t i = 0; i < catalogue.texts.size(); ++i) {
      if (!has_source(catalogue.texts[i])) continue;
      const TextRef& ref = catalogue.texts[i].ref;
      known_.push_back(ref.owner + "|" + ref.field);
      by_context_[known_.back()] = i;
    }
  }

  void take(const PoEntry& entry) {
    const auto it = by_context_.find(entry.context);
    if (it == by_context_.end()) {
      ++tally.refused;
      // Looking for what was meant takes time; the first ones say enough.
      constexpr std::size_t kSuggestions = 20;
      report(Code::po_unknown, entry.at, entry,
             {{"instrument", instrument_.id},
              {"text", shown(entry.context.empty() ? entry.source : entry.context)}},
             tally.refused <= kSuggestions ? nearest(entry.context, known_) : std::string());
      return;
    }
    const std::string text = trimmed(entry.text);
    CatalogueText& target = catalogue_.texts[it->second];
    const std::string& source = target.source();
    if (text.empty()) {
      // Other forms of a term are as many as a language needs, perhaps none.
      if (target.ref.is_list) return;
      refuse_empty(entry);
    } else if (entry.marks ? entry.marks->source != short_hash(source) : entry.source != source) {
      refuse(Code::po_other_source, entry.source_at, entry, {{"source", shown(source)}});
    } else if (entry.fuzzy) {
      ++tally.fuzzy;
      report(Code::po_fuzzy, entry.fuzzy_at, entry, {{"text", entry.context}});
    } else if (!left_behind(entry, text, target.translation) && places_fit(entry, source, text)) {
      ++tally.taken;
      if (target.translation != text) ++tally.changed;
      target.translation = text;
      // That nobody has touched a row says nothing of a translation that nobody has vouched for.
      confirmed_[it->second] = !untouched(entry, text) || entry.marks->standing != Standing::untracked;
    }
  }

  /// An entry is up to date if each text that it has was just confirmed against today's source.
  void mark() {
    for (CatalogueEntry& entry : catalogue_.entries) {
      if (entry.owner == "instrument") continue;
      bool any = false;
      bool all = true;
      for (std::size_t i = entry.begin; i < entry.end; ++i) {
        if (catalogue_.texts[i].translation.empty() || !has_source(catalogue_.texts[i])) continue;
        any = true;
        all = all && confirmed_[i];
      }
      if (any && all) entry.mark = entry.current;
    }
    judge(catalogue_);
  }

  ImportTally tally;

 private:
  void report(Code code, Span at, const PoEntry& entry, Args args, std::string suggestion = {}) {
    if (entry.cell.empty()) return sink_.add(code, at, std::move(args), std::move(suggestion));
    Sink beside(sink_.source());
    beside.add(code, Span{}, std::move(args), std::move(suggestion));
    std::vector<Diagnostic> one = beside.take();
    one.front().file += ":" + entry.cell;
    sink_.append(std::move(one));
  }

  void refuse(Code code, Span at, const PoEntry& entry, Args args) {
    ++tally.refused;
    args.insert(args.begin(), {"text", entry.context});
    report(code, at, entry, std::move(args));
  }

  /// Whether the translator left a row as it was, and did not say that it is still right.
  static bool untouched(const PoEntry& entry, const std::string& text) {
    return entry.marks && !entry.marks->still_right && entry.marks->translation == translation_mark(text);
  }

  /// Whether a row that was left as it was says less than what is here.
  bool left_behind(const PoEntry& entry, const std::string& text, const std::string& today) {
    if (!untouched(entry, text)) return false;
    if (entry.marks->standing == Standing::stale) {
      ++tally.stale;
      report(Code::text_left_stale, entry.text_at, entry, {{"text", entry.context}});
    } else if (!today.empty() && today != text) {
      ++tally.overtaken;
      report(Code::text_overtaken, entry.text_at, entry,
             {{"text", entry.context}, {"translation", shown(today)}});
    } else {
      return false;
    }
    return true;
  }

  /// A file that has just been begun is mostly empty; the first places show where.
  void refuse_empty(const PoEntry& entry) {
    constexpr std::size_t kShown = 20;
    if (++tally.empty <= kShown) report(Code::po_empty, entry.text_at, entry, {{"text", entry.context}});
  }

  bool places_fit(const PoEntry& entry, const std::string& source, const std::string& text) {
    const std::vector<std::string> wanted = places(source);
    const std::vector<std::string> found = places(text);
    const std::string lost = lacking(wanted, found);
    const std::string invented = lacking(found, wanted);
    if (!invented.empty()) {
      refuse(Code::po_place_invented, entry.text_at, entry, {{"places", invented}});
    } else if (!lost.empty()) {
      refuse(Code::po_place_lost, entry.text_at, entry, {{"places", lost}});
    }
    return lost.empty() && invented.empty();
  }

  const Instrument& instrument_;
  Catalogue& catalogue_;
  Sink& sink_;
  std::vector<bool>
      confirmed_;  ///< parallel to the catalogue's texts: said by the file, about today's source
  std::vector<std::string> known_;
  std::unordered_map<std::string, std::size_t> by_context_;
};

}  // namespace

std::string translation_mark(const std::string& text) {
  return short_hash(trimmed(text));
}

std::string po_language(const PoFile& file, const Instrument& instrument, Sink& sink) {
  // What a workbook says of itself stands in a cell.
  const auto keep = [&](std::vector<Diagnostic> found, const std::string& cell) {
    for (Diagnostic& one : found) {
      if (cell.empty()) continue;
      one.file += ":" + cell;
      one.at = {};
      one.line_text.clear();
    }
    sink.append(std::move(found));
  };
  const auto report = [&](Code code, const std::string& cell, Args args) {
    Sink beside(sink.source());
    beside.add(code, file.header_at, std::move(args));
    keep(beside.take(), cell);
  };
  const auto missing = [&](const std::string& field, const std::string& line) {
    report(Code::po_header, file.language_cell, {{"field", field}, {"line", "\"" + line + "\\n\""}});
  };
  const std::string project = file.field("Project-Id-Version");
  if (!project.empty() && project != instrument.id && project.rfind(instrument.id + " ", 0) != 0)
    report(Code::translation_of_another, file.header_cell,
           {{"found", shown(project)}, {"wanted", instrument.id}});
  if (!file.version.empty() && file.version != instrument.version && !sink.has_errors())
    report(Code::instrument_changed, file.header_cell,
           {{"id", instrument.id}, {"version", instrument.version}});
  const std::string type = utf8::fold(file.field("Content-Type"));
  if (const std::size_t at = type.find("charset="); at != std::string::npos) {
    const std::string charset = type.substr(at + 8, type.find_first_of("; ", at + 8) - at - 8);
    if (charset != "utf-8") missing("Content-Type", "Content-Type: text/plain; charset=UTF-8");
  }
  std::string tag = file.field("Language");
  std::replace(tag.begin(), tag.end(), '_', '-');
  if (tag.empty()) {
    missing("Language", "Language: fr");
  } else {
    Sink beside(sink.source());
    if (check_language(tag, file.header_at, beside) && tag == instrument.languages.front())
      beside.add(Code::language_of_source, file.header_at,
                 {{"language", tag}, {"instrument", instrument.id}});
    keep(beside.take(), file.language_cell);
  }
  return sink.has_errors() ? std::string() : tag;
}

ImportTally import_po(const PoFile& file, const Instrument& instrument, Catalogue& catalogue, Sink& sink) {
  Import import(instrument, catalogue, sink);
  for (const PoEntry& entry : file.entries) import.take(entry);
  import.mark();
  return import.tally;
}

}  // namespace sextant
