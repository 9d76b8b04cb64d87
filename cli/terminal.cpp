#include "cli/terminal.hpp"

#include <sys/select.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace sextant::cli {

namespace {

constexpr int kSignals[] = {SIGINT, SIGTERM, SIGHUP};
constexpr std::size_t kLongestTyped = 4095;  // what Linux keeps of a line that is typed
constexpr std::size_t kLongest = 1U << 20U;

volatile std::sig_atomic_t interrupted = 0;

void on_signal(int) {
  interrupted = 1;
}

}  // namespace

Terminal::Terminal() : typed_(::isatty(STDIN_FILENO) != 0) {
  interrupted = 0;
  sigset_t blocked;
  ::sigemptyset(&blocked);
  for (const int one : kSignals) ::sigaddset(&blocked, one);
  ::sigprocmask(SIG_BLOCK, &blocked, &before_);
  struct sigaction action {};
  action.sa_handler = on_signal;
  for (std::size_t i = 0; i < std::size(kSignals); ++i) ::sigaction(kSignals[i], &action, &old_[i]);
}

Terminal::~Terminal() {
  // What still waits is taken by our own handler.
  ::sigprocmask(SIG_SETMASK, &before_, nullptr);
  for (std::size_t i = 0; i < std::size(kSignals); ++i) ::sigaction(kSignals[i], &old_[i], nullptr);
}

Terminal::Event Terminal::take(std::size_t end, std::size_t skip, std::string& line) {
  line = buffer_.substr(0, end);
  buffer_.erase(0, end + skip);
  if (!line.empty() && line.back() == '\r') line.pop_back();
  return line.size() >= (typed_ ? kLongestTyped : kLongest) ? Event::too_long : Event::line;
}

Terminal::Event Terminal::read(std::string& line) {
  sigset_t waiting;
  ::sigpending(&waiting);
  for (const int one : kSignals) {
    if (::sigismember(&waiting, one) == 1) return Event::interrupted;
  }
  while (true) {
    const std::size_t end = buffer_.find('\n');
    if (end != std::string::npos) return take(end, 1, line);
    if (end_ && buffer_.empty()) return Event::end;
    if (end_) return take(buffer_.size(), 0, line);
    fd_set in;
    FD_ZERO(&in);
    FD_SET(STDIN_FILENO, &in);
    // Signals are let in only while it waits.
    const int ready = ::pselect(STDIN_FILENO + 1, &in, nullptr, nullptr, nullptr, &before_);
    if (interrupted != 0) return Event::interrupted;
    if (ready < 0 && errno == EINTR) continue;
    std::array<char, 1U << 14U> bytes{};
    const ssize_t count = ready < 0 ? 0 : ::read(STDIN_FILENO, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) {
      end_ = true;
    } else if (buffer_.size() <= kLongest) {
      buffer_.append(bytes.data(), static_cast<std::size_t>(count));
    } else {
      // No line is that long: only its end is still looked for.
      const std::string_view more(bytes.data(), static_cast<std::size_t>(count));
      const std::size_t at = more.find('\n');
      if (at != std::string_view::npos) buffer_.append(more.substr(at));
    }
  }
}

}  // namespace sextant::cli
