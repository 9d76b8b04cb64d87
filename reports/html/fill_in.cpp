#include <algorithm>

#include "reports/html/text.hpp"
#include "reports/html/writer.hpp"

namespace sextant::html {

using namespace document;

std::string Writer::box(int count, bool large) {
  std::string out;
  for (int i = 0; i < std::clamp(count, 1, 60); ++i)
    out += large ? "<span class=\"box large\"></span>" : "<span class=\"box\"></span>";
  return out;
}

void Writer::write(const FillIn& fill) {
  out += fill.small ? "<div class=\"fill-in small-print\">\n" : "<div class=\"fill-in\">\n";
  const auto sides = [&](const std::vector<Text>& texts, const char* tag) {
    std::string all;
    for (const Text& text : texts) {
      const std::string words = inline_text(text);
      if (!words.empty()) all += "<" + std::string(tag) + direction(text) + ">" + words + "</" + tag + ">";
    }
    return texts.size() > 1 ? "<span class=\"sides\">" + all + "</span>" : all;
  };
  const bool beside = fill.label.size() == 1 && fill.choices.empty() && fill.lines > 0;
  const std::string label = sides(fill.label, "span");
  if (!label.empty() && !beside) out += "<p>" + label + "</p>\n";
  if (!fill.choices.empty()) {
    const int columns = std::clamp(fill.columns, 0, 12);
    out += columns == 1 ? "<ul>\n" : columns == 0 ? "<ul class=\"run-in\">\n" : "<ul class=\"columns\">\n";
    for (const Choice& choice : fill.choices) {
      out += "<li>" + box(choice.boxes, fill.digits);
      if (!choice.key.empty()) out += "<strong class=\"key\">" + escaped(choice.key) + "</strong>";
      out += sides(choice.texts, "span") + "</li>\n";
    }
    out += "</ul>\n";
  }
  for (int i = 0; i < std::min(fill.lines, 60); ++i)
    out += "<p class=\"line\">" + (beside && i == 0 ? label : std::string()) + "</p>\n";
  out += "</div>\n";
}

}  // namespace sextant::html
