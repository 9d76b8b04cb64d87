#include "reports/form/form.hpp"

#include <algorithm>
#include <map>
#include <string_view>

#include "engine/text/language.hpp"
#include "reports/html/text.hpp"

extern "C" {
extern const char sextant_form_html[];
extern const char sextant_form_html_end[];
extern const char sextant_form_css[];
extern const char sextant_form_css_end[];
extern const char sextant_form_js[];
extern const char sextant_form_js_end[];
}

namespace sextant::form {

namespace {

std::string embedded(const char* begin, const char* end) {
  return {begin, static_cast<std::size_t>(end - begin)};
}

/// JSON that may stand in a script element: no "<" in it.
std::string inside_page(const std::string& json) {
  std::string out;
  for (const char c : json) {
    if (c == '<') {
      out += "\\u003c";
    } else {
      out += c;
    }
  }
  return out;
}

/// What is shown where scripts are switched off, in each language that the program has words for.
struct NoScript {
  std::string_view language;
  std::string_view text;
};
constexpr NoScript kNoScript[] = {
    {"en",
     "This form needs JavaScript, which is switched off in this browser. Please ask the facilitators for the "
     "spreadsheet with the same questions."},
    {"fr",
     "Ce formulaire a besoin de JavaScript, qui est désactivé dans ce navigateur. Veuillez demander aux "
     "facilitateurs le tableur qui contient les mêmes questions."},
    {"ar",
     "تحتاج هذه الاستمارة إلى JavaScript، وهو معطل في هذا المتصفح. يُرجى أن تطلبوا من الميسّرين جدول "
     "البيانات الذي يحتوي على الأسئلة نفسها."},
};

/// The sentence in the languages of the form, the one it opens in first; in English and French always.
std::string no_script(const Instrument& instrument, std::string_view opens_in) {
  const auto wanted = [&](std::string_view language) {
    return language != "ar" ||
           std::any_of(instrument.languages.begin(), instrument.languages.end(),
                       [&](const std::string& one) { return is_language(one, language); });
  };
  std::string first;
  std::string others;
  for (const auto& [language, text] : kNoScript) {
    if (!wanted(language)) continue;
    std::string& out = is_language(opens_in, language) ? first : others;
    out += "<p class=\"noscript\" lang=\"" + std::string(language) + "\" dir=\"" +
           (right_to_left(language) ? "rtl" : "ltr") + "\">" + html::escaped(text) + "</p>";
  }
  return first + others;
}

/// A template with each @NAME@ filled in; what is filled in is not looked at again.
std::string fill_page(std::string_view text, const std::map<std::string, std::string, std::less<>>& with) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = text.find('@', at);
    const std::size_t to = from == std::string_view::npos ? from : text.find('@', from + 1);
    if (to == std::string_view::npos) return out + std::string(text.substr(at));
    out += text.substr(at, from - at);
    const auto it = with.find(text.substr(from + 1, to - from - 1));
    if (it == with.end()) {
      out += '@';
      at = from + 1;
    } else {
      out += it->second;
      at = to + 1;
    }
  }
  return out;
}

}  // namespace

std::string page(const Instrument& instrument, const json::FormSetting& setting, const std::string& last) {
  const std::string style = embedded(sextant_form_css, sextant_form_css_end);
  const std::string script = embedded(sextant_form_js, sextant_form_js_end);
  const std::string policy = "default-src 'none'; script-src " + html::policy_hash(script) + "; style-src " +
                             html::policy_hash(style) + "; base-uri 'none'; form-action 'none'";
  const std::size_t language = instrument.language(setting.language);
  return fill_page(embedded(sextant_form_html, sextant_form_html_end),
                   {{"LANG", html::escaped(instrument.languages[language])},
                    {"DIR", right_to_left(instrument.languages[language]) ? "rtl" : "ltr"},
                    {"CSP", policy},
                    {"TITLE", html::escaped(instrument.title(language))},
                    {"STYLE", style},
                    {"NOSCRIPT", no_script(instrument, instrument.languages[language])},
                    {"INSTRUMENT", inside_page(json::form_instrument(instrument, setting))},
                    {"LAST", inside_page(last)},
                    {"FINGERPRINT", instrument.fingerprint},
                    {"FILLED", ""},
                    {"SCRIPT", script}});
}

}  // namespace sextant::form
