#include "cli/files.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

using namespace sextant;
namespace fs = std::filesystem;

namespace {

/// A folder of its own that is removed again.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "sextant-files-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  ~Folder() {
    std::error_code error;
    fs::permissions(path_, fs::perms::owner_all, error);
    fs::remove_all(path_, error);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::string file(const std::string& name) const { return (path_ / name).string(); }
  std::size_t count() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(path_), fs::directory_iterator()));
  }

 private:
  fs::path path_;
};

void put(const std::string& path, const std::string& text) {
  fs::create_directories(fs::path(path).parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

std::string got(const std::string& path) {
  return files::read(path).bytes;
}

/// The superuser may read and write everywhere: while this lives, the tests are somebody else.
class Ordinary {
 public:
  Ordinary() {
    if (before_ == 0) REQUIRE(::seteuid(kNobody) == 0);
  }
  ~Ordinary() {
    if (before_ == 0 && ::seteuid(before_) != 0) std::abort();
  }
  Ordinary(const Ordinary&) = delete;
  Ordinary& operator=(const Ordinary&) = delete;

 private:
  static constexpr uid_t kNobody = 65534;
  uid_t before_ = ::geteuid();
};

}  // namespace

TEST_CASE("a file is written whole, replaces the old one, and leaves no temporary behind") {
  const Folder folder;
  const std::string path = folder.file("a.txt");
  CHECK_FALSE(files::write(path, "one").has_value());
  CHECK(got(path) == "one");
  CHECK_FALSE(files::write(path, std::string("two\0\n", 5)).has_value());
  CHECK(got(path) == std::string("two\0\n", 5));
  CHECK_FALSE(files::write(path, "").has_value());
  CHECK(got(path) == "");
  CHECK(folder.count() == 1);
}

TEST_CASE("a large file comes back as it was") {
  const Folder folder;
  std::string bytes(3'000'000, 'x');
  for (std::size_t i = 0; i < bytes.size(); i += 7) bytes[i] = static_cast<char>(i % 251);
  REQUIRE_FALSE(files::write(folder.file("big"), bytes).has_value());
  CHECK(got(folder.file("big")) == bytes);
}

TEST_CASE("folders on the way are made") {
  const Folder folder;
  CHECK_FALSE(files::write(folder.file("x/y/z.txt"), "deep").has_value());
  CHECK(got(folder.file("x/y/z.txt")) == "deep");
}

TEST_CASE("where there is no room the old file stays whole and the temporary goes") {
  const Folder folder;
  const std::string path = folder.file("a.txt");
  REQUIRE_FALSE(files::write(path, "old").has_value());
  // A limit on the size of files stands in for a full disk: the write breaks off half-way.
  rlimit before{};
  REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
  rlimit small = before;
  small.rlim_cur = 4096;
  auto* const handler = std::signal(SIGXFSZ, SIG_IGN);
  REQUIRE(::setrlimit(RLIMIT_FSIZE, &small) == 0);
  const auto problem = files::write(path, std::string(100'000, 'n'));
  ::setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, handler);
  REQUIRE(problem.has_value());
  CHECK(info(problem->code).id.substr(0, 3) == "Q09");
  CHECK(problem->file == path);
  CHECK(got(path) == "old");
  CHECK(folder.count() == 1);
}

TEST_CASE("in a folder without the right to write the old file stays whole") {
  const Folder folder;
  const std::string path = folder.file("a.txt");
  REQUIRE_FALSE(files::write(path, "old").has_value());
  fs::permissions(fs::path(path).parent_path(), fs::perms(0555));
  const auto problem = [&] {
    const Ordinary ordinary;
    return files::write(path, "new");
  }();
  fs::permissions(fs::path(path).parent_path(), fs::perms::owner_all);
  REQUIRE(problem.has_value());
  CHECK(problem->code == Code::access_denied);
  CHECK(got(path) == "old");
  CHECK(folder.count() == 1);
}

TEST_CASE("what cannot be read or written says why") {
  const Folder folder;
  put(folder.file("file"), "x");
  CHECK(files::read(folder.file("gone")).problem.code == Code::no_such_file);
  CHECK_FALSE(files::read(folder.file("gone")).ok);
  CHECK(files::read(folder.file("")).problem.code == Code::is_a_folder);
  CHECK(files::read(folder.file("file/below")).problem.code == Code::bad_path);
  CHECK(files::write(folder.file(""), "x")->code == Code::is_a_folder);
  CHECK(files::write(folder.file("file/below"), "x")->code == Code::bad_path);
  CHECK(files::write(folder.file(std::string(300, 'n')), "x")->code == Code::bad_path);
}

TEST_CASE("a workshop's country files are found, its respondents' files are not") {
  const Folder folder;
  for (const char* name : {"ATL/2025.yaml", "ATL/2023.yml", "ATL/2025.respondents/ana.yaml", "BAL/2025.json",
                           "notes.txt", "single.yaml", "ATL/deep/er/x.yaml"}) {
    put(folder.file(name), "x");
  }
  const auto names = [&](const std::vector<std::string>& paths) {
    std::string out;
    for (const std::string& path : paths)
      out += (out.empty() ? "" : " ") + fs::path(path).lexically_relative(folder.file("")).string();
    return out;
  };
  CHECK(names(files::country_files(folder.file(""))) ==
        "ATL/2023.yml ATL/2025.yaml BAL/2025.json single.yaml");
  CHECK(files::data_files(folder.file("")).size() == 6);
  CHECK(files::data_files(folder.file("gone")).empty());
}

TEST_CASE("a folder that may not be looked into is named and does not hide what stands beside it") {
  const Folder folder;
  put(folder.file("ATL/2025.yaml"), "x");
  put(folder.file("BAL/2025.yaml"), "x");
  put(folder.file("CIM/2025.yaml"), "x");
  fs::permissions(folder.file(""), fs::perms(0755));
  fs::permissions(folder.file("BAL"), fs::perms::none);
  std::vector<std::string> found;
  files::ReadResult read;
  {
    const Ordinary ordinary;
    found = files::country_files(folder.file(""));
    read = files::read(folder.file("BAL"));
  }
  fs::permissions(folder.file("BAL"), fs::perms::owner_all);
  CHECK(found == std::vector<std::string>{folder.file("ATL/2025.yaml"), folder.file("BAL"),
                                          folder.file("CIM/2025.yaml")});
  CHECK(read.problem.code == Code::access_denied);
}

TEST_CASE("a unit's own folder gives its country files and no respondent's") {
  const Folder folder;
  put(folder.file("2025.yaml"), "x");
  put(folder.file("2025.respondents/ana.yaml"), "x");
  CHECK(files::country_files(folder.file("")).size() == 1);
}

TEST_CASE("a link stays a link, and what it points to is replaced") {
  const Folder folder;
  put(folder.file("real"), "old");
  fs::create_symlink(folder.file("real"), folder.file("link"));
  CHECK_FALSE(files::write(folder.file("link"), "new").has_value());
  CHECK(fs::is_symlink(folder.file("link")));
  CHECK(got(folder.file("real")) == "new");
}

TEST_CASE("a device is written to, never replaced by a file") {
  const Folder folder;
  const std::string pipe = folder.file("pipe");
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  const int reader = ::open(pipe.c_str(), O_RDONLY | O_NONBLOCK);
  REQUIRE(reader >= 0);
  CHECK_FALSE(files::write(pipe, "through").has_value());
  std::string bytes(16, '\0');
  CHECK(::read(reader, bytes.data(), bytes.size()) == 7);
  ::close(reader);
  CHECK(fs::is_fifo(pipe));
  // Not as the superuser, who could replace it if this were to fail.
  if (::geteuid() != 0) CHECK(files::write("/dev/full", "x")->code == Code::disk_full);
}

TEST_CASE("paths are taken apart and put together") {
  CHECK(files::folder_of("a/b.yaml") == "a");
  CHECK(files::folder_of("b.yaml") == ".");
  CHECK(files::join("a", "b") == "a/b");
  CHECK(files::join(".", "b") == "b");
  CHECK(files::join("a", "/b") == "/b");
  CHECK(files::stem("a/b.c.yaml") == "b.c");
}
