#pragma once

#include <string>
#include <string_view>

struct libdeflate_compressor;

namespace sextant::pdf {

/// Compresses streams as PDF's FlateDecode wants them. One per thread; remembers its compressor.
class Deflater {
 public:
  Deflater() = default;
  ~Deflater();
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;

  /// `level` from 1 to 12, or 0: no compression. To be called before each document.
  void start_document(int level);
  [[nodiscard]] int level() const { return level_; }
  /// The compressed bytes, valid until the next call; throws std::runtime_error without memory. With level 0
  /// the bytes come back as they are.
  std::string_view compress(std::string_view bytes);

 private:
  libdeflate_compressor* compressor_ = nullptr;
  int made_for_ = 0;
  int level_ = 6;
  std::string buffer_;
};

}  // namespace sextant::pdf
