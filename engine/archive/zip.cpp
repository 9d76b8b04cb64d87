#include "engine/archive/zip.hpp"

#include <zip.h>

#include <memory>
#include <set>
#include <stdexcept>

namespace sextant::archive {

namespace {

struct Discard {
  void operator()(zip_t* zip) const { zip_discard(zip); }
};
struct FreeSource {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Archive = std::unique_ptr<zip_t, Discard>;
using Buffer = std::unique_ptr<zip_source_t, FreeSource>;

[[noreturn]] void fail(const std::string& what) {
  throw std::runtime_error("a zip archive could not be made: " + what);
}

/// 1 January 1980, the first day that the format knows.
constexpr zip_uint16_t kDay = (1U << 5U) | 1U;
/// Noon: libzip keeps times as local ones, and midnight is not there everywhere.
constexpr zip_uint16_t kTime = 12U << 11U;

std::string bytes_of(zip_source_t* source) {
  zip_stat_t stat;
  if (zip_source_stat(source, &stat) < 0 || (stat.valid & ZIP_STAT_SIZE) == 0) fail("its size is unknown");
  std::string out(stat.size, '\0');
  if (zip_source_open(source) < 0) fail("it cannot be opened");
  const zip_int64_t read = zip_source_read(source, out.data(), out.size());
  zip_source_close(source);
  if (read < 0 || static_cast<std::size_t>(read) != out.size()) fail("it cannot be read");
  return out;
}

/// Reads one entry of a declared size. Nothing: it is damaged, or another size than declared.
std::optional<std::string> read_entry(zip_t* zip, zip_uint64_t index, std::size_t size) {
  const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(zip, index, 0));
  if (!file) return std::nullopt;
  std::string out(size, '\0');
  std::size_t done = 0;
  while (done < size) {
    const zip_int64_t read = zip_fread(file.get(), out.data() + done, size - done);
    if (read <= 0) return std::nullopt;
    done += static_cast<std::size_t>(read);
  }
  // The end of the data is where the checksum is compared.
  char more = 0;
  return zip_fread(file.get(), &more, 1) == 0 ? std::optional(std::move(out)) : std::nullopt;
}

/// Nothing where it is no archive, or not one whose two directories agree.
Archive open_archive(std::string_view bytes) {
  if (bytes.empty()) return {};  // libzip takes this for an archive without files
  zip_source_t* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
  if (source == nullptr) fail("no memory");
  Archive zip(zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, nullptr));
  if (!zip) zip_source_free(source);
  return zip;
}

}  // namespace

std::string write_zip(const std::vector<Entry>& entries) {
  const Buffer source(zip_source_buffer_create(nullptr, 0, 0, nullptr));
  if (!source) fail("no memory");
  Archive zip(zip_open_from_source(source.get(), ZIP_CREATE | ZIP_TRUNCATE, nullptr));
  if (!zip) fail("no memory");
  // The archive takes one reference when it is closed or discarded; ours reads what was written.
  zip_source_keep(source.get());
  for (const Entry& entry : entries) {
    zip_source_t* data = zip_source_buffer(zip.get(), entry.bytes.data(), entry.bytes.size(), 0);
    if (data == nullptr) fail("no memory");
    const zip_int64_t index = zip_file_add(zip.get(), entry.path.c_str(), data, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
      zip_source_free(data);
      fail(entry.path + ": " + zip_strerror(zip.get()));
    }
    const auto at = static_cast<zip_uint64_t>(index);
    if (zip_set_file_compression(zip.get(), at, ZIP_CM_DEFLATE, 6) < 0 ||
        zip_file_set_dostime(zip.get(), at, kTime, kDay, 0) < 0)
      fail(zip_strerror(zip.get()));
  }
  if (zip_close(zip.get()) < 0) fail(zip_strerror(zip.get()));
  static_cast<void>(zip.release());  // closing freed it
  return bytes_of(source.get());
}

bool beyond_limits(std::string_view bytes, const Limits& limits) {
  const Archive zip = open_archive(bytes);
  if (!zip) return false;
  const zip_int64_t count = zip_get_num_entries(zip.get(), 0);
  if (count < 0 || static_cast<std::size_t>(count) > limits.entries) return count >= 0;
  std::size_t left = limits.bytes;
  for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(count); ++i) {
    zip_stat_t stat;
    if (zip_stat_index(zip.get(), i, 0, &stat) < 0 || (stat.valid & ZIP_STAT_SIZE) == 0) return false;
    if (stat.size > left) return true;
    left -= stat.size;
  }
  return false;
}

std::optional<std::vector<Entry>> read_zip(std::string_view bytes, const Limits& limits) {
  const Archive zip = open_archive(bytes);
  if (!zip) return std::nullopt;
  const zip_int64_t count = zip_get_num_entries(zip.get(), 0);
  if (count < 0 || static_cast<std::size_t>(count) > limits.entries) return std::nullopt;
  std::vector<Entry> out;
  std::set<std::string> seen;
  std::size_t left = limits.bytes;
  for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(count); ++i) {
    zip_stat_t stat;
    constexpr zip_uint64_t kNeeded = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_ENCRYPTION_METHOD;
    if (zip_stat_index(zip.get(), i, 0, &stat) < 0 || (stat.valid & kNeeded) != kNeeded) return std::nullopt;
    if (stat.encryption_method != ZIP_EM_NONE || stat.size > left) return std::nullopt;
    std::string path = stat.name;
    if (!path.empty() && path.back() == '/') continue;
    if (!seen.insert(path).second) return std::nullopt;
    left -= stat.size;
    auto read = read_entry(zip.get(), i, stat.size);
    if (!read) return std::nullopt;
    out.push_back({std::move(path), std::move(*read)});
  }
  return out;
}

}  // namespace sextant::archive
