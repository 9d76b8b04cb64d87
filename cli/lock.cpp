#include "cli/lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <ctime>
#include <filesystem>

#include "cli/files.hpp"

namespace sextant::cli {

namespace {

/// "4711 2025-03-25 10:45", in the local time of who reads it.
std::string owner() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  ::localtime_r(&now, &local);
  std::array<char, 32> text{};
  const std::size_t length = std::strftime(text.data(), text.size(), "%Y-%m-%d %H:%M", &local);
  return std::to_string(::getpid()) + " " + std::string(text.data(), length) + "\n";
}

Diagnostic in_use(const std::string& path, const std::string& lock) {
  const std::string text = files::read(lock).bytes;
  const std::size_t blank = text.find(' ');
  if (blank == std::string::npos)
    return {Code::file_in_use, path, {}, {{"process", "?"}, {"since", "?"}}, {}, {}};
  const std::string since = text.substr(blank + 1, text.find('\n') - blank - 1);
  return {Code::file_in_use, path, {}, {{"process", text.substr(0, blank)}, {"since", since}}, {}, {}};
}

/// Whether the open file is still the one of this name.
bool same_file(int fd, const std::string& path) {
  struct stat open {};
  struct stat named {};
  return ::fstat(fd, &open) == 0 && ::stat(path.c_str(), &named) == 0 && open.st_ino == named.st_ino &&
         open.st_dev == named.st_dev;
}

}  // namespace

std::optional<Diagnostic> Lock::take(const std::string& path) {
  // One lock for a file, by whatever link it is called.
  std::error_code error;
  const std::filesystem::path target = std::filesystem::weakly_canonical(path, error);
  const std::string lock = (error ? path : target.string()) + ".lock";
  std::filesystem::create_directories(files::folder_of(lock), error);
  while (true) {
    // Read only, so that a stick or share is not kept busy by a file that is open for writing.
    const int fd = ::open(lock.c_str(), O_RDONLY | O_CREAT | O_CLOEXEC, 0644);
    if (fd < 0) return files::problem(path, errno);
    if (::flock(fd, LOCK_EX | LOCK_NB) != 0) {
      const int code = errno;
      ::close(fd);
      return code == EWOULDBLOCK ? in_use(path, lock) : files::problem(path, code);
    }
    // Who had it before may have removed it in between; then another process can have a new one.
    if (!same_file(fd, lock)) {
      ::close(fd);
      continue;
    }
    fd_ = fd;
    path_ = lock;
    const int words = ::open(lock.c_str(), O_WRONLY | O_TRUNC | O_CLOEXEC);
    if (words < 0) return files::problem(path, errno);
    // They are for people: on a full disk the lock holds without them.
    const std::string text = owner();
    [[maybe_unused]] const ssize_t written = ::write(words, text.data(), text.size());
    ::close(words);
    return std::nullopt;
  }
}

Lock::~Lock() {
  if (fd_ < 0) return;
  ::unlink(path_.c_str());
  ::close(fd_);
}

}  // namespace sextant::cli
