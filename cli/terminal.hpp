#pragma once

#include <csignal>
#include <string>

namespace sextant::cli {

/// Reads standard input line by line. While it lives, Ctrl+C and requests to end arrive between two lines,
/// and never in the middle of what is done with one.
class Terminal {
 public:
  enum class Event { line, end, interrupted, too_long };

  Terminal();
  ~Terminal();
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;

  /// Waits for the next line and puts it into `line`, without its end. A last line without one counts.
  /// `too_long`: the line was longer than a terminal passes on (4095 bytes), or than a megabyte, and is gone.
  Event read(std::string& line);
  /// Whether somebody types: standard input is a terminal.
  bool typed() const { return typed_; }

 private:
  Event take(std::size_t end, std::size_t skip, std::string& line);

  std::string buffer_;
  bool typed_ = false;
  bool end_ = false;
  sigset_t before_{};
  struct sigaction old_[3]{};
};

}  // namespace sextant::cli
