#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/diagnostics/codes.hpp"
#include "engine/diagnostics/source.hpp"
#include "engine/text/fill.hpp"
#include "engine/text/language.hpp"

namespace sextant {

/// One thing that a person should put right, or should know: a code, a place, and the values of its message.
/// The words are chosen when it is printed, in the reader's language.
struct Diagnostic {
  Code code;
  std::string file;
  Span at;
  Args args;
  std::string suggestion;  ///< the nearest known word, or empty
  std::string line_text;   ///< the source line, or empty
};

/// Collects diagnostics about one source. Every loader has one; nothing stops at the first problem.
class Sink {
 public:
  explicit Sink(const Source& source) : source_(&source) {}

  void add(Code code, Span at, Args args = {}, std::string suggestion = {});
  /// For a problem of the file as a whole.
  void add(Code code, Args args = {}) { add(code, Span{}, std::move(args)); }
  void append(std::vector<Diagnostic> more);

  bool has_errors() const;
  const Source& source() const { return *source_; }
  const std::vector<Diagnostic>& all() const { return diagnostics_; }
  std::vector<Diagnostic> take() { return std::exchange(diagnostics_, {}); }

 private:
  const Source* source_;
  std::vector<Diagnostic> diagnostics_;
};

/// A value with what was found on the way to it. No value: there were errors. Warnings travel with the value.
template <typename T>
struct Checked {
  std::optional<T> value;
  std::vector<Diagnostic> diagnostics;

  explicit operator bool() const { return value.has_value(); }
  T& operator*() { return *value; }
  const T& operator*() const { return *value; }
  T* operator->() { return &*value; }
  const T* operator->() const { return &*value; }
};

/// True if one of them is an error, or, with `strict`, a warning.
bool has_errors(const std::vector<Diagnostic>& diagnostics, bool strict = false);

/// Orders by file, line, column and code, and removes repetitions.
void sort_diagnostics(std::vector<Diagnostic>& diagnostics);

/// The message in one sentence, without its place.
std::string message(const Diagnostic& diagnostic, Lang lang);

struct PrintStyle {
  Lang lang = Lang::en;
  bool colour = false;
  bool strict = false;  ///< warnings are shown as errors
};

/// `file:line:column: error Q0103: message`, the source line with a caret below, and a hint where there is
/// one.
std::string print(const Diagnostic& diagnostic, const PrintStyle& style);

/// The nearest of `known` to `wrong`, or empty where none is near enough to be what was meant.
std::string nearest(std::string_view wrong, const std::vector<std::string>& known);

}  // namespace sextant
