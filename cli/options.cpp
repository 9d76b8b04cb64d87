#include "cli/options.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <optional>
#include <set>

#include "cli/options_answering.hpp"
#include "cli/options_i18n.hpp"
#include "cli/options_raw.hpp"
#include "cli/verbs.hpp"
#include "engine/diagnostics/diagnostic.hpp"
#include "engine/text/number.hpp"
#include "engine/text/utf8.hpp"

namespace sextant::cli {

namespace {

/// The App tree: what CLI11 parses and what the help lists.
class VerbTree {
 public:
  explicit VerbTree(Lang lang) : lang_(lang), app_("sextant") {
    app_.set_help_flag();
    app_.allow_extras();
    // A file may be called like a verb.
    app_.require_subcommand(0, 1);
    for (const Verb& verb : verb_table()) add(verb);
  }

  CLI::App& app() { return app_; }
  CLI::App* verb(const std::string& name) { return verbs_.at(name); }
  Raw raw;

 private:
  std::string t(Bilingual text) const { return std::string(text(lang_)); }

  void add(const Verb& verb) {
    CLI::App* sub = app_.add_subcommand(verb.name, t(verb.summary));
    sub->set_help_flag();
    sub->allow_extras();
    verbs_[verb.name] = sub;
    const std::string name = verb.name;
    const bool table = name == "score" || name == "batch";
    sub->add_option("paths", raw.paths);
    if (name != "explain-code" && name != "i18n") {
      sub->add_option(
          "-q,--instrument", raw.instrument,
          t({"a questionnaire: a file, a folder, or the id of a shipped one",
             "un questionnaire : un fichier, un dossier, ou l'identifiant d'un questionnaire fourni"}));
    }
    if (name == "check") {
      sub->add_flag("--strict", raw.strict,
                    t({"warnings count as errors", "les avertissements comptent comme des erreurs"}));
      sub->add_flag("--strict-i18n", raw.strict_i18n,
                    t({"gaps in translations count as errors",
                       "les lacunes des traductions comptent comme des erreurs"}));
      sub->add_option("--against", raw.against,
                      t({"another version of the questionnaire: say what becomes of each answer",
                         "une autre version du questionnaire : dire ce que devient chaque réponse"}));
    }
    add_answering_options(*sub, name, raw, lang_);
    if (name == "score")
      sub->add_option("--table", raw.table,
                      t({"a CSV table, one row a unit", "un tableau CSV, une ligne par unité"}));
    if (table) {
      sub->add_option("--unit", raw.unit,
                      t({"the column with the unit's id", "la colonne de l'identifiant de l'unité"}));
      sub->add_option("--round", raw.round, t({"the column with the round", "la colonne du tour"}));
      sub->add_option(
          "--columns", raw.columns,
          t({"a file that maps columns to questions", "un fichier qui associe colonnes et questions"}));
    }
    if (name == "compare") {
      sub->add_option("--round", raw.round,
                      t({"this round instead of the latest", "ce tour au lieu du dernier"}));
      sub->add_flag("--anonymous", raw.anonymous,
                    t({"letters instead of names", "des lettres au lieu des noms"}));
      sub->add_flag(
          "--plan", raw.plan,
          t({"with -o: a chapter on the group's plan", "avec -o : un chapitre sur le plan du groupe"}));
      sub->add_flag("--csv", raw.csv, t({"comma-separated values", "valeurs séparées par des virgules"}));
    }
    if (name == "score" || name == "compare" || name == "explain" || name == "agreement" || name == "merge" ||
        name == "rounds" || name == "status" || name == "feedback" || name == "robustness" ||
        name == "check" || name == "i18n" || name == "learn" || name == "verify" || name == "plan")
      sub->add_flag("--json", raw.json,
                    t({"JSON, documented in docs/json.md", "JSON, décrit dans docs/json.md"}));
    if (name == "rounds") {
      sub->add_flag("--close", raw.close,
                    t({"close the round of each file", "clôturer le tour de chaque fichier"}));
    }
    if (name == "merge") {
      sub->add_option("--decide", raw.decide,
                      t({"record a decision: QUESTION=VALUE", "consigner une décision : QUESTION=VALEUR"}))
          ->expected(1)
          ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
      sub->add_option("--reason", raw.reason,
                      t({"why it was decided so", "pourquoi il en a été décidé ainsi"}));
      sub->add_option(
          "--date", raw.date,
          t({"the day of the decision, year-month-day", "le jour de la décision, année-mois-jour"}));
      sub->add_flag("--keep-groups", raw.keep_groups,
                    t({"also write what each group of respondents says alone",
                       "écrire aussi ce que dit chaque groupe de répondants seul"}));
    }
    if (name == "robustness") {
      sub->add_option(
          "--node", raw.node,
          t({"with several files: the node to compare on", "avec plusieurs fichiers : le nœud à comparer"}));
      sub->add_option("--runs", raw.runs, t({"how many runs", "le nombre de tirages"}));
      sub->add_option("--seed", raw.seed, t({"the seed of the draws", "la graine des tirages"}));
    }
    if (name == "plan") {
      sub->add_flag("--again", raw.again,
                    t({"propose a plan, also where the file has one; what the country has said stays",
                       "proposer un plan même si le fichier en a un ; ce qu'a dit le pays demeure"}));
      sub->add_flag("--cheapest", raw.cheapest,
                    t({"the least work that reaches the targets",
                       "le moindre travail qui permette d'atteindre les cibles"}));
    }
    const std::set<std::string> writing = {"new",    "form",  "sheet", "paper", "import", "merge",
                                           "report", "batch", "i18n",  "plan",  "compare"};
    if (writing.count(name) > 0) {
      sub->add_option(
          "-o,--output", raw.output,
          name == "batch"    ? t({"the folder to write to", "le dossier de sortie"})
          : name == "report" ? t({"the file to write, or a folder; - is standard output",
                                  "le fichier à écrire, ou un dossier ; - désigne la sortie standard"})
          : name == "import"
              ? t({"the file to write, or a folder for several; - is standard output",
                   "le fichier à écrire, ou un dossier pour plusieurs ; - désigne la sortie standard"})
          : name == "plan"
              ? t({"the answers file to write the plan into; it may be the same file. Of several: the "
                   "document to write (pdf, html, docx, md)",
                   "le fichier de réponses où écrire le plan ; ce peut être le même. Pour plusieurs : le "
                   "document à écrire (pdf, html, docx, md)"})
          : name == "compare" ? t({"the group report to write: pdf, html, docx or md",
                                   "le rapport de groupe à écrire : pdf, html, docx ou md"})
                              : t({"the file to write; - is standard output",
                                   "le fichier à écrire ; - désigne la sortie standard"}));
    }
    if (name == "verify") {
      sub->add_option("--answers", raw.answers,
                      t({"the answers file that the report is said to be made from",
                         "le fichier de réponses dont le rapport serait tiré"}));
    }
    if (name == "learn") {
      sub->add_option("--for", raw.answers,
                      t({"an answers file: a course agenda by its gaps",
                         "un fichier de réponses : un programme de cours selon ses écarts"}));
      sub->add_flag("--glossary", raw.glossary,
                    t({"the terms and their meaning", "les termes et leur sens"}));
    }
    const Bilingual formats =
        name == "batch" ? Bilingual{"pdf, html, docx, md, json, or several: pdf,json",
                                    "pdf, html, docx, md, json, ou plusieurs : pdf,json"}
        : name == "report" || name == "paper"
            ? Bilingual{"pdf, html, docx (Word) or md; by default as the output's name ends",
                        "pdf, html, docx (Word) ou md ; par défaut selon la fin du nom"}
            : Bilingual{"text or md, of an agenda", "text ou md, d'un programme de cours"};
    if (name == "batch" || name == "report" || name == "paper" || name == "learn")
      sub->add_option("--format", raw.format, t(formats));
    if (name == "batch" || name == "report") {
      sub->add_option(
          "--kind", raw.kind,
          name == "batch"
              ? t({"country (the full report), brief (one page), plan, poster, or several",
                   "country (le rapport complet), brief (une page), plan, poster (affiches), ou plusieurs"})
              : t({"country (the full report), brief (one page), plan or poster",
                   "country (le rapport complet), brief (une page), plan ou poster (affiches)"}));
      sub->add_option("--paper", raw.paper, t({"of posters: a3 or a4", "des affiches : a3 ou a4"}));
      if (name == "report") {
        sub->add_option("--pillar", raw.pillar,
                        t({"a poster of this pillar alone", "une affiche de ce seul pilier"}));
      }
    }
    if (name == "batch") {
      sub->add_option("--only", raw.only, t({"only these units: MAR,SEN", "seulement ces unités : MAR,SEN"}));
      sub->add_option("-j,--jobs", raw.jobs,
                      t({"how many at a time; by default as many as processors",
                         "combien à la fois ; par défaut autant que de processeurs"}));
    }
    if (name == "i18n") add_i18n_flags(*sub, raw.missing, raw.stale, raw.strict, raw.replace, lang_);
    sub->add_option("--lang", raw.lang,
                    name == "i18n" ? t({"the language of the translation: fr, es, pt-BR",
                                        "la langue de la traduction : fr, es, pt-BR"})
                    : name == "report" || name == "batch" || name == "paper"
                        ? t({"language of messages and outputs: en, fr, or both: en,fr",
                             "langue des messages et des sorties : en, fr, ou les deux : fr,en"})
                        : t({"language of messages and outputs: en or fr",
                             "langue des messages et des sorties : en ou fr"}));
    sub->add_flag("--no-input", raw.no_input,
                  t({"never wait for an answer", "ne jamais attendre de réponse"}));
    sub->add_option("--color", raw.colour,
                    t({"colours: auto, always or never", "couleurs : auto, always ou never"}));
  }

  Lang lang_;
  CLI::App app_;
  std::map<std::string, CLI::App*> verbs_;
};

std::vector<std::string> option_names(const CLI::App* verb) {
  std::vector<std::string> names = {"--help"};
  for (const CLI::Option* option : verb->get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    for (const std::string& name : option->get_snames()) names.push_back("-" + name);
  }
  return names;
}

/// `--lang` wherever it stands, so that even the help for a wrong command line is in the right language.
std::optional<std::string> language_asked(const std::vector<std::string>& args) {
  for (std::size_t i = 0; i < args.size(); ++i) {
    if (args[i] == "--lang" && i + 1 < args.size()) return args[i + 1];
    if (args[i].rfind("--lang=", 0) == 0) return args[i].substr(7);
  }
  return std::nullopt;
}

/// The first of `languages` that the program does not speak; none where it speaks them all.
std::optional<std::string> unspoken(const std::vector<std::string>& languages) {
  for (const std::string& one : languages) {
    if (one != "en" && one != "fr") return one;
  }
  return std::nullopt;
}

Command parse_command(std::vector<std::string> args, Lang lang, Raw& raw) {
  const auto wants_help = [](const std::string& arg) { return arg == "--help" || arg == "-h"; };
  // Options of every verb may stand before the verb too.
  std::vector<std::string> before;
  while (!args.empty() && (args[0] == "--lang" || args[0].rfind("--lang=", 0) == 0)) {
    const std::size_t count = args[0] == "--lang" ? std::min<std::size_t>(2, args.size()) : 1;
    before.insert(before.end(), args.begin(), args.begin() + static_cast<std::ptrdiff_t>(count));
    args.erase(args.begin(), args.begin() + static_cast<std::ptrdiff_t>(count));
  }
  if (const auto asked = unspoken(split(language_asked(before).value_or("")))) {
    return Refuse("", lang)(kOneOf, {{"value", *asked}, {"choices", "en, fr"}},
                            nearest(*asked, {"en", "fr"}));
  }
  if (before.size() == 1 && before[0] == "--lang") {
    return Refuse("", lang)({"the option {value} needs a value", "l'option {value} demande une valeur"},
                            {{"value", "--lang"}});
  }
  if (args.empty() || wants_help(args[0])) return HelpOptions{};
  if (args[0] == "--version") return VersionOptions{};
  if (args[0] == "help" && args.size() == 1) return HelpOptions{};
  if (args[0] == "help" && find_verb(args[1]) != nullptr) return HelpOptions{args[1]};
  if (args[0] == "help") args.erase(args.begin());
  const std::string verb = args[0];
  const Refuse refuse(verb, lang);
  if (find_verb(verb) == nullptr) {
    const bool option = verb.rfind('-', 0) == 0;
    return Refuse("", lang)(
        option ? Bilingual{"unknown option {value}", "option inconnue {value}"}
               : Bilingual{"there is no command \"{value}\"", "il n'y a pas de commande « {value} »"},
        {{"value", verb}}, option ? "" : nearest(verb, verbs()));
  }
  if (std::any_of(args.begin(), args.end(), wants_help)) return HelpOptions{verb};
  // The language of a translation is not that of messages.
  if (verb != "i18n") args.insert(args.end(), before.begin(), before.end());
  VerbTree tree(lang);
  try {
    tree.app().parse(std::vector<std::string>(args.rbegin(), args.rend()));
  } catch (const CLI::ArgumentMismatch& e) {
    const std::string what = e.what();
    const std::string option = what.substr(0, what.find(':'));
    if (std::count(args.begin(), args.end(), option) > 1) {
      return refuse({"the option {value} stands twice", "l'option {value} est donnée deux fois"},
                    {{"value", option}});
    }
    return refuse({"the option {value} needs a value", "l'option {value} demande une valeur"},
                  {{"value", option}});
  } catch (const CLI::ParseError&) {
    return refuse({"this command line cannot be understood", "cette ligne de commande est incompréhensible"});
  }
  for (const std::string& extra : tree.app().remaining(true)) {
    const std::string name = extra.substr(0, extra.find('='));
    return refuse({"unknown option {value}", "option inconnue {value}"}, {{"value", name}},
                  nearest(name, option_names(tree.verb(verb))));
  }
  raw = tree.raw;
  // A report can be made in several languages at once.
  const bool several =
      verb == "report" || verb == "batch" || verb == "paper" || (verb == "compare" && !raw.output.empty());
  const std::vector<std::string> languages = several ? split(raw.lang) : std::vector<std::string>{raw.lang};
  if (const auto other = unspoken(languages); verb != "i18n" && !raw.lang.empty() && other) {
    return refuse(kOneOf, {{"value", *other}, {"choices", "en, fr"}}, nearest(*other, {"en", "fr"}));
  }
  if (!raw.colour.empty() && raw.colour != "auto" && raw.colour != "always" && raw.colour != "never") {
    return refuse(kOneOf, {{"value", raw.colour}, {"choices", "auto, always, never"}});
  }
  return to_command(verb, raw, refuse);
}

}  // namespace

std::vector<std::string> verbs() {
  std::vector<std::string> out;
  for (const Verb& verb : verb_table()) out.emplace_back(verb.name);
  return out;
}

Parsed parse(const std::vector<std::string>& args, const Environment& environment) {
  Parsed out;
  const std::optional<std::string> asked = language_asked(args);
  // A translation may be into a language that the program does not speak.
  const std::vector<std::string> languages = split(asked.value_or(""));
  const bool spoken = !languages.empty() && !unspoken({languages.front()});
  // Reports speak more languages than messages do.
  out.common.lang =
      lang_of(spoken ? languages.front() : environment.locale) == Lang::fr ? Lang::fr : Lang::en;
  Raw raw;
  out.command = parse_command(args, out.common.lang, raw);
  for (const std::string& one : languages) {
    if (std::find(out.common.languages.begin(), out.common.languages.end(), one) ==
        out.common.languages.end())
      out.common.languages.push_back(one);
  }
  out.common.colour =
      raw.colour == "always" || (raw.colour != "never" && !environment.no_colour && environment.terminal_out);
  return out;
}

std::string help(const std::string& verb_name, Lang lang) {
  const bool fr = lang == Lang::fr;
  std::string out;
  const Verb* verb = find_verb(verb_name);
  if (verb == nullptr) {
    out += fr ? "sextant : auto-évaluation de la maturité numérique des systèmes éducatifs\n\nExemples\n"
              : "sextant: digital-maturity self-assessment for education systems\n\nExamples\n";
    for (const Verb& one : verb_table())
      out += fmt::format("  {}\n      {}\n", one.examples[0].command, one.examples[0].what(lang));
    out += fr ? "\nCommandes\n" : "\nCommands\n";
    for (const Verb& one : verb_table()) out += fmt::format("  {:<13} {}\n", one.name, one.summary(lang));
    out += fr ? "\n« sextant COMMANDE --help » détaille une commande. --lang en|fr choisit la langue.\n"
                "Codes de sortie : 0 tout va bien ; 1 les données ont des erreurs ; 2 mauvais usage ; 3 "
                "problème de fichier ou de disque ;\n"
                "4 une partie d'un lot a échoué ; 130 interrompu.\n"
              : "\n\"sextant COMMAND --help\" tells more of a command. --lang en|fr chooses the language.\n"
                "Exit codes: 0 fine; 1 the data have errors; 2 wrong usage; 3 a file or disk "
                "failed;\n"
                "4 part of a batch failed; 130 interrupted.\n";
    return out;
  }
  out += fmt::format("sextant {}{} {}\n\n{}\n", verb->name, fr ? " :" : ":", verb->summary(lang),
                     fr ? "Exemples" : "Examples");
  for (const Example& example : verb->examples)
    out += fmt::format("  {}\n      {}\n", example.command, example.what(lang));
  out += fmt::format("\nUsage\n  {}\n\nOptions\n", verb->usage(lang));
  VerbTree tree(lang);
  for (const CLI::Option* option : tree.verb(verb_name)->get_options()) {
    if (option->get_positional()) continue;
    std::string names;
    for (const std::string& name : option->get_snames()) names += "-" + name + ", ";
    for (const std::string& name : option->get_lnames()) names += "--" + name;
    if (option->get_expected_max() > 0) names += fr ? " VALEUR" : " VALUE";
    out += fmt::format("  {:<26} {}\n", names, option->get_description());
  }
  out += fmt::format("  {:<26} {}\n", "-h, --help", fr ? "montrer cette aide" : "show this help");
  return out;
}

}  // namespace sextant::cli
