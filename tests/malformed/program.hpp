#pragma once

#include <string>
#include <vector>

/// Running the program on files in a folder of their own.
namespace sextant::malformed {

/// A folder that is gone afterwards. Holds a copy of tests/malformed/mini in mini/.
class Scratch {
 public:
  Scratch();
  ~Scratch();
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  /// Writes a file, and the folders above it.
  void write(const std::string& path, const std::string& bytes) const;
  const std::string& folder() const { return folder_; }

 private:
  std::string folder_;
};

struct Outcome {
  int exit = -1;
  int signal = 0;  ///< the signal that ended it, SIGALRM where it took too long; 0 for none
  std::string out;
  std::string err;
};

/// Runs `sextant ARGS` in the folder. A run of more than a minute is ended: that is a hang.
Outcome run(const Scratch& scratch, const std::vector<std::string>& args);

/// What a run must never do, whatever the file: "" or what it did. Signals, exit codes other than 0 to 3,
/// lines that are no diagnostic with a place, texts of libraries, bytes that are no UTF-8.
std::string fault(const Outcome& outcome);

/// "Q0103@5" for each diagnostic, sorted, each once. With a folder, "p.yaml:Q0103@5" for those in its files
/// other than the instrument's main one.
std::vector<std::string> codes(const Outcome& outcome, const std::string& folder = "");

std::string read_file(const std::string& path);

}  // namespace sextant::malformed
