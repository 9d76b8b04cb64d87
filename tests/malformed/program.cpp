#include "tests/malformed/program.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <sstream>
#include <stdexcept>

#include "engine/text/utf8.hpp"

namespace sextant::malformed {

namespace fs = std::filesystem;

namespace {

constexpr unsigned kHang = 60;  // seconds; far above what any of the files takes

const std::regex& head_of_diagnostic() {
  static const std::regex head(
      "^([^:]+):([1-9][0-9]*):[1-9][0-9]*: (error|warning|erreur|avertissement) (Q[0-9]{4}) ?: .+");
  return head;
}

/// Phrases of libyaml, nlohmann-json, CLI11, fmt and the C++ library. None has a place in what a person
/// reads.
const std::vector<std::string>& phrases_of_libraries() {
  static const std::vector<std::string> phrases = {"libyaml",
                                                   "nlohmann",
                                                   "[json.exception",
                                                   "parse_error",
                                                   "std::",
                                                   "terminate",
                                                   "basic_string",
                                                   "bad conversion",
                                                   "bad_alloc",
                                                   "regex_error",
                                                   "Sanitizer",
                                                   "runtime error",
                                                   "while scanning",
                                                   "while parsing",
                                                   "did not find expected",
                                                   "could not find expected",
                                                   "are not allowed in this context",
                                                   "cannot start any token",
                                                   "unknown escape character",
                                                   "found unexpected",
                                                   "found undefined",
                                                   "found incompatible",
                                                   "found duplicate",
                                                   "UTF-8 octet",
                                                   "invalid Unicode character",
                                                   "found a tab character",
                                                   "stack overflow"};
  return phrases;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> out;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) out.push_back(line);
  return out;
}

void redirect(const std::string& path, int to) {
  const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  if (fd < 0 || ::dup2(fd, to) < 0) ::_exit(126);
}

}  // namespace

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

Scratch::Scratch() {
  std::string pattern = (fs::temp_directory_path() / "malformed-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no scratch folder");
  folder_ = pattern;
  fs::copy(SEXTANT_ROOT "/tests/malformed/mini", folder_ + "/mini", fs::copy_options::recursive);
}

Scratch::~Scratch() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

void Scratch::write(const std::string& path, const std::string& bytes) const {
  const fs::path full = fs::path(folder_) / path;
  fs::create_directories(full.parent_path());
  std::ofstream(full, std::ios::binary) << bytes;
}

Outcome run(const Scratch& scratch, const std::vector<std::string>& args) {
  const char* binary = std::getenv("SEXTANT_BINARY");
  if (binary == nullptr) throw std::runtime_error("SEXTANT_BINARY is not set; run this through ctest");
  const std::string out = scratch.folder() + "/.out";
  const std::string err = scratch.folder() + "/.err";
  std::vector<char*> argv = {const_cast<char*>("sextant")};
  for (const std::string& arg : args) argv.push_back(const_cast<char*>(arg.c_str()));
  argv.push_back(nullptr);
  const pid_t child = ::fork();
  if (child == 0) {
    if (::chdir(scratch.folder().c_str()) != 0) ::_exit(126);
    redirect("/dev/null", STDIN_FILENO);
    redirect(out, STDOUT_FILENO);
    redirect(err, STDERR_FILENO);
    ::setenv("LC_ALL", "C.UTF-8", 1);
    ::setenv("NO_COLOR", "1", 1);
    ::alarm(kHang);
    ::execv(binary, argv.data());
    ::_exit(127);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  Outcome outcome;
  if (WIFSIGNALED(status)) outcome.signal = WTERMSIG(status);
  if (WIFEXITED(status)) outcome.exit = WEXITSTATUS(status);
  outcome.out = read_file(out);
  outcome.err = read_file(err);
  return outcome;
}

std::string fault(const Outcome& outcome) {
  if (outcome.signal == SIGALRM) return "it hung";
  if (outcome.signal != 0) return "signal " + std::to_string(outcome.signal) + ": " + outcome.err;
  if (outcome.exit < 0 || outcome.exit > 3)
    return "exit " + std::to_string(outcome.exit) + ": " + outcome.err;
  if (utf8::first_invalid(outcome.err)) return "messages that are not UTF-8";
  if (utf8::first_invalid(outcome.out)) return "output that is not UTF-8";
  for (const std::string& phrase : phrases_of_libraries()) {
    if (outcome.err.find(phrase) != std::string::npos)
      return "the text of a library (" + phrase + "): " + outcome.err;
  }
  for (const std::string& line : lines_of(outcome.err)) {
    const bool detail = line.rfind("    ", 0) == 0;
    if (!detail && !std::regex_match(line.substr(0, 1000), head_of_diagnostic()))
      return "a stray line: " + line;
  }
  if (outcome.exit == 1 && codes(outcome).empty()) return "exit 1 without a diagnostic";
  return {};
}

std::vector<std::string> codes(const Outcome& outcome, const std::string& folder) {
  std::set<std::string> found;
  for (const std::string& line : lines_of(outcome.err)) {
    std::smatch match;
    const std::string head = line.substr(0, 1000);
    if (!std::regex_match(head, match, head_of_diagnostic())) continue;
    const bool below = !folder.empty() && match.str(1).rfind(folder + "/", 0) == 0;
    const std::string file = below ? match.str(1).substr(folder.size() + 1) : "";
    const std::string where = file.empty() || file.rfind("instrument.", 0) == 0 ? "" : file + ":";
    found.insert(where + match.str(4) + "@" + match.str(2));
  }
  return {found.begin(), found.end()};
}

}  // namespace sextant::malformed
