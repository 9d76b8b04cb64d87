#include "cli/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <iostream>
#include <iterator>

namespace sextant::files {

namespace fs = std::filesystem;

Diagnostic problem(const std::string& path, int error) {
  const Code code = error == ENOENT                                       ? Code::no_such_file
                    : error == EACCES || error == EPERM || error == EROFS ? Code::access_denied
                    : error == ENOSPC || error == EDQUOT                  ? Code::disk_full
                    : error == EISDIR                                     ? Code::is_a_folder
                    : error == ENOTDIR || error == ENAMETOOLONG           ? Code::bad_path
                                                                          : Code::io_failed;
  return {code, path, {}, {}, {}, {}};
}

namespace {

/// A byte as URLs write it: "%2F".
std::string hexadecimal(char c) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  return {'%', kDigits[byte >> 4U], kDigits[byte & 15U]};
}

/// What a file's name is followed by, with a process, while it is being written.
constexpr const char* kTemporary = ".tmp-";

bool write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

bool read_all(int fd, std::string& out) {
  std::string buffer(1U << 16U, '\0');
  while (true) {
    const ssize_t count = ::read(fd, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return false;
    if (count == 0) return true;
    out.append(buffer.data(), static_cast<std::size_t>(count));
  }
}

void flush_folder(const std::string& folder) {
  const int fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return;
  ::fsync(fd);
  ::close(fd);
}

bool is_data_file(const fs::path& path) {
  const std::string extension = path.extension().string();
  return extension == ".yaml" || extension == ".yml" || extension == ".json";
}

/// Whether it is to be read: a file, or a link that leads nowhere, which is to be heard of. The marks that
/// editors leave beside a file that is open (.#NAME) are neither.
bool is_file_or_broken_link(const fs::directory_entry& entry) {
  std::error_code ignored;
  if (entry.is_regular_file(ignored)) return true;
  return entry.is_symlink(ignored) && !entry.exists(ignored) &&
         !entry.path().filename().string().starts_with(".#");
}

void add_data_files(const fs::path& folder, std::vector<std::string>& out) {
  // "./a.yaml" and "a.yaml" are one file: its problems are told once.
  const auto add = [&](const fs::path& path) { out.push_back(path.lexically_normal().string()); };
  std::error_code error;
  fs::directory_iterator it(folder, error);
  for (; !error && it != fs::directory_iterator(); it.increment(error)) {
    std::error_code ignored;
    if (it->is_directory(ignored) && !it->is_symlink(ignored)) {
      add_data_files(it->path(), out);
    } else if (is_data_file(it->path()) && is_file_or_broken_link(*it)) {
      add(it->path());
    }
  }
  if (error && error != std::errc::no_such_file_or_directory) add(folder);
}

}  // namespace

ReadResult read(const std::string& path) {
  if (path == "-") {
    std::string bytes(std::istreambuf_iterator<char>(std::cin), {});
    return {true, std::move(bytes), {}};
  }
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return {false, {}, problem(path, errno)};
  std::string bytes;
  const bool ok = read_all(fd, bytes);
  const int error = errno;
  ::close(fd);
  if (!ok) return {false, {}, problem(path, error)};
  return {true, std::move(bytes), {}};
}

namespace {

/// Pipes and devices have no old contents to keep: the bytes go straight in.
std::optional<Diagnostic> write_through(const std::string& path, std::string_view bytes) {
  const int fd = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (fd < 0) return problem(path, errno);
  const bool written = write_all(fd, bytes);
  const int code = errno;
  ::close(fd);
  return written ? std::nullopt : std::optional(problem(path, code));
}

}  // namespace

std::optional<Diagnostic> write(const std::string& name, std::string_view bytes, Over over) {
  if (auto problem = refusal(name, bytes, over)) return problem;
  std::error_code status;
  // A link stays a link: what it points to is replaced.
  const std::string path = fs::is_symlink(name, status) ? fs::weakly_canonical(name, status).string() : name;
  if (path == "-") {
    std::cout.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    std::cout.flush();
    return std::cout ? std::nullopt : std::optional(problem(path, EIO));
  }
  const std::string folder = folder_of(path);
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return problem(path, error.value());
  if (is_folder(path)) return problem(path, EISDIR);
  if (exists(path) && !fs::is_regular_file(path, error)) return write_through(path, bytes);
  const std::string temporary = path + kTemporary + std::to_string(::getpid());
  const auto fail = [&](int code) {
    ::unlink(temporary.c_str());
    return problem(path, code);
  };
  const int fd = ::open(temporary.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (fd < 0) return problem(path, errno);
  std::string back;
  const bool written =
      write_all(fd, bytes) && ::fsync(fd) == 0 && ::lseek(fd, 0, SEEK_SET) == 0 && read_all(fd, back);
  const int code = errno;
  if (::close(fd) != 0 || !written) return fail(code);
  if (back != bytes) return fail(EIO);
  if (::rename(temporary.c_str(), path.c_str()) != 0) return fail(errno);
  flush_folder(folder);
  return std::nullopt;
}

std::optional<Diagnostic> write_all(const std::vector<PathAndBytes>& all,
                                    const std::function<void(const std::string&)>& written) {
  for (const auto& [path, bytes] : all) {
    if (auto problem = refusal(path, bytes)) return problem;
  }
  for (const auto& [path, bytes] : all) {
    if (auto problem = write(path, bytes)) return problem;
    if (written) written(path);
  }
  return std::nullopt;
}

void remove_leftovers(const std::string& name) {
  std::error_code error;
  const fs::path path = fs::weakly_canonical(name, error);
  const std::string start = path.filename().string() + kTemporary;
  std::vector<std::string> left;
  for (fs::directory_iterator it(path.parent_path(), error), end; !error && it != end; it.increment(error)) {
    const std::string file = it->path().filename().string();
    if (!file.starts_with(start)) continue;
    pid_t process = 0;
    const char* last = file.data() + file.size();
    const auto [rest, problem] = std::from_chars(file.data() + start.size(), last, process);
    if (rest != last || problem != std::errc() || process <= 0) continue;
    if (::kill(process, 0) != 0 && errno == ESRCH) left.push_back(it->path().string());
  }
  for (const std::string& one : left) ::unlink(one.c_str());
}

bool is_folder(const std::string& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

bool exists(const std::string& path) {
  std::error_code error;
  return fs::exists(path, error);
}

std::string folder_of(const std::string& path) {
  const std::string folder = fs::path(path).parent_path().string();
  return folder.empty() ? "." : folder;
}

std::string join(const std::string& folder, const std::string& name) {
  if (folder == "." || (!name.empty() && name.front() == '/')) return name;
  return (fs::path(folder) / name).string();
}

std::string stem(const std::string& path) {
  return fs::path(path).stem().string();
}

std::string name_of(const std::string& id) {
  std::string out;
  for (const char c : id) {
    const bool plain = static_cast<unsigned char>(c) >= 0x20 && c != '/' && c != '\\' && c != ':' &&
                       c != '%' && !(out.empty() && c == '.');
    out += plain ? std::string(1, c) : hexadecimal(c);
  }
  return out;
}

std::string kind_of(const std::string& path) {
  return kind_of_bytes(read(path).bytes);
}

std::vector<std::string> data_files(const std::string& folder) {
  std::vector<std::string> out;
  add_data_files(folder, out);
  std::sort(out.begin(), out.end());
  return out;
}

std::string respondents_of(const std::string& round_file) {
  return join(folder_of(round_file), stem(round_file) + ".respondents");
}

bool is_respondents(const std::string& path) {
  const fs::path parts(path);
  return std::any_of(parts.begin(), parts.end(),
                     [](const fs::path& part) { return part.extension() == ".respondents"; });
}

bool is_groups(const std::string& path) {
  const fs::path parts(path);
  return std::any_of(parts.begin(), parts.end(),
                     [](const fs::path& part) { return part.extension() == ".groups"; });
}

std::vector<std::string> country_files(const std::string& folder) {
  std::vector<std::string> out;
  std::error_code error;
  for (const std::string& path : data_files(folder)) {
    const fs::path relative = fs::path(path).lexically_relative(folder);
    const auto depth = std::distance(relative.begin(), relative.end());
    if (depth > 2 || is_respondents(relative.string()) || is_groups(relative.string())) continue;
    const std::string kind = kind_of(path);
    const bool other = kind == "instrument/1" || kind == "translation/1" || kind == "columns/1" ||
                       kind == "actions/1" || kind == "notes/1";
    if (!other) out.push_back(path);
  }
  return out;
}

ReadBeside beside(const std::string& main) {
  const std::string folder = folder_of(main);
  return [folder](const std::string& path) -> std::optional<Source> {
    const std::string full = join(folder, path);
    ReadResult result = read(full);
    if (!result.ok) return std::nullopt;
    return Source(full, std::move(result.bytes));
  };
}

std::vector<std::string> questionnaire_folders(const std::string& from_environment) {
  std::vector<std::string> out;
  if (!from_environment.empty()) out.push_back(from_environment);
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (!error) {
    out.push_back((program.parent_path() / "questionnaires").string());
    out.push_back((program.parent_path().parent_path() / "questionnaires").string());
    out.push_back((program.parent_path().parent_path() / "share/sextant/questionnaires").string());
  }
  out.emplace_back(SEXTANT_SOURCE_QUESTIONNAIRES);
  out.emplace_back(SEXTANT_INSTALLED_QUESTIONNAIRES);
  return out;
}

std::string find_instrument(const std::string& name, const std::vector<std::string>& folders) {
  if (name.empty()) return {};
  const bool looks_like_path = name.find('/') != std::string::npos || is_data_file(name);
  if (is_folder(name) && exists(join(name, "instrument.yaml"))) return join(name, "instrument.yaml");
  if (exists(name) && !is_folder(name)) return name;
  if (looks_like_path) return {};
  for (const std::string& folder : folders) {
    for (const std::string& candidate :
         {name + "/instrument.yaml", "lenses/" + name + "/instrument.yaml", name + ".yaml"}) {
      if (exists(join(folder, candidate))) return join(folder, candidate);
    }
  }
  return {};
}

std::vector<std::string> shipped_instruments(const std::vector<std::string>& folders) {
  std::vector<std::string> out;
  for (const std::string& folder : folders) {
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
      if (exists((it->path() / "instrument.yaml").string())) out.push_back(it->path().filename().string());
    }
    if (!out.empty()) break;
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace sextant::files
