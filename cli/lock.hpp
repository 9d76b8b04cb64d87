#pragma once

#include <optional>
#include <string>

#include "engine/diagnostics/diagnostic.hpp"

namespace sextant::cli {

/// Keeps a file for this process alone, among those that ask: a lock on FILE.lock beside it, which the system
/// lets go of however the process ends. The lock file says which process it is and since when.
class Lock {
 public:
  /// What stands against it: Q0918 where another process has the file, or what is wrong with the folder.
  std::optional<Diagnostic> take(const std::string& path);
  Lock() = default;
  ~Lock();
  Lock(const Lock&) = delete;
  Lock& operator=(const Lock&) = delete;

 private:
  std::string path_;
  int fd_ = -1;
};

}  // namespace sextant::cli
