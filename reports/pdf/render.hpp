#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/text/language.hpp"
#include "reports/document/document.hpp"
#include "reports/document/sheet.hpp"

/// A document as a PDF file: tagged, with its fonts inside, valid PDF/A-1b, the same bytes every time.
namespace sextant::pdf {

enum class Orientation { portrait, landscape };

struct Options {
  document::Sheet sheet;
  Orientation orientation = Orientation::portrait;
  bool pdfa = true;     ///< claim PDF/A-1b and carry the colour profile it asks for
  int compression = 6;  ///< of streams, 1 (fast) to 12 (small); 0 leaves them readable
};

/// Everything worth keeping between documents: shaped words, subset fonts, compressors, buffers.
/// One per thread; what it holds never changes the bytes of a document.
class Workspace {
 public:
  Workspace();
  ~Workspace();
  Workspace(Workspace&&) noexcept;
  Workspace& operator=(Workspace&&) noexcept;

  /// The characters of the last document that no font has, in order of first appearance; each was printed as
  /// U+FFFD. Empty for a document that was set whole.
  [[nodiscard]] const std::vector<char32_t>& missing_characters() const;
  /// The words that these characters first appeared in, in order.
  [[nodiscard]] const std::vector<std::string>& missing_words() const;
  /// How many pages the last document took.
  [[nodiscard]] int pages() const;

  struct State;  ///< private to the renderer
  [[nodiscard]] State& state() { return *state_; }

 private:
  std::unique_ptr<State> state_;
};

/// The scripts of characters, as a reader calls them, each once and in order: "Hangul, Hebrew". A script
/// without a name here is the character's number, "U+1F600".
std::string script_names(const std::vector<char32_t>& characters, Lang lang);

/// The bytes of the PDF file. Throws std::runtime_error when memory or the PDF library fails; bad text or
/// numbers in the document never do.
std::string render(const document::Document& document, const Options& options, Workspace& workspace);
/// The same with a workspace of its own: for a single document.
std::string render(const document::Document& document, const Options& options = {});

}  // namespace sextant::pdf
