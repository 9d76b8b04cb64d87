#include "cli/manifest.hpp"

#include <algorithm>
#include <map>

#include "cli/files.hpp"
#include "engine/text/digest.hpp"

namespace sextant::cli {

namespace {

constexpr std::size_t kDigits = 64;

/// The round's files, by their paths from its folder.
std::map<std::string, std::string> files_of(const std::string& round_file) {
  const std::string folder = files::folder_of(round_file);
  std::map<std::string, std::string> out;
  const auto add = [&](const std::string& path) {
    const bool below = folder != "." && path.rfind(folder + "/", 0) == 0;
    out[below ? path.substr(folder.size() + 1) : path] = path;
  };
  add(round_file);
  for (const std::string& path : files::data_files(files::respondents_of(round_file))) add(path);
  return out;
}

}  // namespace

std::string manifest_of(const std::string& round_file) {
  return files::join(files::folder_of(round_file), files::stem(round_file) + ".sha256");
}

std::optional<Diagnostic> write_manifest(const std::string& round_file) {
  std::string out;
  for (const auto& [name, path] : files_of(round_file)) {
    const files::ReadResult file = files::read(path);
    if (!file.ok) return file.problem;
    out += sha256(file.bytes) + "  " + name + "\n";
  }
  return files::write(manifest_of(round_file), out);
}

std::vector<Diagnostic> check_manifest(const std::string& round_file, bool closed) {
  std::vector<Diagnostic> out;
  const std::string path = manifest_of(round_file);
  const auto report = [&](Code code, const std::string& file) {
    out.push_back({code, file, {}, {{"file", file}, {"manifest", path}}, {}, {}});
  };
  if (!files::exists(path)) {
    if (closed) report(Code::round_without_manifest, round_file);
    return out;
  }
  const files::ReadResult manifest = files::read(path);
  if (!manifest.ok) return {manifest.problem};
  std::map<std::string, std::string> listed;
  for (std::size_t at = 0; at < manifest.bytes.size();) {
    const std::size_t end = std::min(manifest.bytes.find('\n', at), manifest.bytes.size());
    std::string line = manifest.bytes.substr(at, end - at);
    at = end + 1;
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.size() > kDigits + 2) listed[line.substr(kDigits + 2)] = line.substr(0, kDigits);
  }
  std::map<std::string, std::string> present = files_of(round_file);
  for (const auto& [name, hash] : listed) {
    const auto it = present.find(name);
    const std::string full = files::join(files::folder_of(round_file), name);
    if (it == present.end()) {
      report(Code::round_file_missing, full);
      continue;
    }
    const files::ReadResult file = files::read(it->second);
    if (!file.ok) {
      out.push_back(file.problem);
    } else if (sha256(file.bytes) != hash) {
      report(Code::round_file_changed, full);
    }
    present.erase(it);
  }
  for (const auto& [name, full] : present) report(Code::round_file_new, full);
  return out;
}

}  // namespace sextant::cli
