#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// ZIP archives, bytes in and bytes out: what the files of office programs are made of.
namespace sextant::archive {

/// A file in an archive; `path` has forward slashes.
struct Entry {
  std::string path;
  std::string bytes;
};

/// The entries in their order as one archive, deflated, dated 1 January 1980: the same entries, the same
/// bytes. Throws std::runtime_error when memory fails or a path stands there twice.
std::string write_zip(const std::vector<Entry>& entries);

/// What an archive may hold, so that a small file from a stranger does not become gigabytes.
struct Limits {
  std::size_t entries = 1000;
  std::size_t bytes = std::size_t{64} << 20U;  ///< of all entries together, uncompressed
};

/// The entries of an archive in its order, folders left out. Nothing: it is no archive, it is damaged or
/// encrypted, two of its paths are the same, or it goes beyond the limits.
std::optional<std::vector<Entry>> read_zip(std::string_view bytes, const Limits& limits = {});

/// Whether it is an archive that only the limits keep from being read; nothing is unpacked.
bool beyond_limits(std::string_view bytes, const Limits& limits = {});

}  // namespace sextant::archive
