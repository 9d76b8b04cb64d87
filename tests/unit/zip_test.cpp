#include <doctest/doctest.h>

#include "engine/archive/zip.hpp"

using namespace sextant;
using archive::Entry;

namespace {

std::uint32_t number_at(const std::string& bytes, std::size_t at, int count) {
  std::uint32_t out = 0;
  for (int i = count - 1; i >= 0; --i)
    out = out << 8U | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
  return out;
}

}  // namespace

TEST_CASE("an archive gives back what was put in, in its order") {
  const std::vector<Entry> in = {{"b.xml", "<b/>"}, {"a/c.xml", std::string(100000, 'x')}, {"é.txt", ""}};
  const std::string bytes = archive::write_zip(in);
  CHECK(bytes.size() < 1000);
  const auto out = archive::read_zip(bytes);
  REQUIRE(out);
  REQUIRE(out->size() == 3);
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK((*out)[i].path == in[i].path);
    CHECK((*out)[i].bytes == in[i].bytes);
  }
}

TEST_CASE("an archive carries no time: its files are of noon, 1 January 1980") {
  const std::string bytes = archive::write_zip({{"a.txt", "a"}});
  CHECK(bytes == archive::write_zip({{"a.txt", "a"}}));
  REQUIRE(bytes.substr(0, 4) == "PK\x03\x04");
  CHECK(number_at(bytes, 10, 2) == 12U << 11U);         // hours stand above 11 bits
  CHECK(number_at(bytes, 12, 2) == ((1U << 5U) | 1U));  // years since 1980, month, day
}

TEST_CASE("an archive beyond its limits is not read") {
  const std::string bytes =
      archive::write_zip({{"a", std::string(1000, 'a')}, {"b", std::string(1000, 'b')}});
  CHECK(archive::read_zip(bytes, {2, 2000}));
  CHECK_FALSE(archive::read_zip(bytes, {2, 1999}));
  CHECK_FALSE(archive::read_zip(bytes, {1, 2000}));
}

TEST_CASE("what is no sound archive is not read") {
  std::string bytes = archive::write_zip({{"a.txt", "some words that deflate keeps: qwertyuiop"}});
  CHECK_FALSE(archive::read_zip(""));
  CHECK_FALSE(archive::read_zip("PK"));
  CHECK_FALSE(archive::read_zip("no archive at all"));
  CHECK_FALSE(archive::read_zip(bytes.substr(0, bytes.size() - 5)));
  // Every byte of the first file's data in turn: damage is noticed, or does no harm.
  const std::size_t data = 30 + 5;
  for (std::size_t i = data; i < data + 20; ++i) {
    std::string damaged = bytes;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x55);
    const auto out = archive::read_zip(damaged);
    CHECK((!out || out->front().bytes.size() < 100));
  }
}

TEST_CASE("an archive does not take one path twice") {
  CHECK_THROWS(archive::write_zip({{"a", "1"}, {"a", "2"}}));
}
