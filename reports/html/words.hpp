#pragma once

#include <string_view>

namespace sextant::html {

/// What the page itself says, around the document's own words.
struct Words {
  std::string_view language;
  std::string_view skip, contents, attention, projector, leave, previous, next, hide_names, show_names,
      position;
};

/// In the document's language; in English, which `language` then says, where we do not have it.
const Words& words_for(std::string_view language);

}  // namespace sextant::html
