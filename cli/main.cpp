#include <sys/ioctl.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

#include "cli/app.hpp"

namespace {

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

sextant::cli::Environment read_environment() {
  sextant::cli::Environment out;
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    out.locale = variable(name);
    if (!out.locale.empty()) break;
  }
  out.questionnaires = variable("SEXTANT_QUESTIONNAIRES");
  out.no_colour = !variable("NO_COLOR").empty() || variable("TERM") == "dumb";
  out.terminal_out = ::isatty(STDOUT_FILENO) != 0;
  out.terminal_err = ::isatty(STDERR_FILENO) != 0;
  winsize size{};
  if (out.terminal_out && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) out.columns = size.ws_col;
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is a failed write, and said so
  std::signal(SIGXFSZ, SIG_IGN);  // so is a limit on the size of files
  return sextant::cli::run(std::vector<std::string>(argv + 1, argv + argc), read_environment(), std::cout,
                           std::cerr);
}
