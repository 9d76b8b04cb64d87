#include "reports/pdf/deflate.hpp"

#include <libdeflate.h>

#include <algorithm>
#include <stdexcept>

namespace sextant::pdf {

Deflater::~Deflater() {
  libdeflate_free_compressor(compressor_);
}

void Deflater::start_document(int level) {
  level_ = std::clamp(level, 0, 12);
  if (level_ == 0 || made_for_ == level_) return;
  libdeflate_free_compressor(compressor_);
  compressor_ = libdeflate_alloc_compressor(level_);
  if (compressor_ == nullptr) throw std::runtime_error("no memory left for compressing the PDF");
  made_for_ = level_;
}

std::string_view Deflater::compress(std::string_view bytes) {
  if (level_ == 0) return bytes;
  const std::size_t bound = libdeflate_zlib_compress_bound(compressor_, bytes.size());
  if (buffer_.size() < bound) buffer_.resize(bound);
  const std::size_t size =
      libdeflate_zlib_compress(compressor_, bytes.data(), bytes.size(), buffer_.data(), buffer_.size());
  if (size == 0) throw std::runtime_error("compressing a part of the PDF failed");
  return std::string_view(buffer_).substr(0, size);
}

}  // namespace sextant::pdf
