#pragma once

#include <string>

#include "reports/pdf/deflate.hpp"
#include "reports/pdf/embedding.hpp"
#include "reports/pdf/placed.hpp"
#include "reports/pdf/render.hpp"

namespace sextant::pdf {

/// What the writer keeps between documents.
struct WriterState {
  Deflater deflater;
  GlyphUsage usage;
  SubsetCache subsets;
  std::string content;
  std::string structure;
};

/// The file of a laid-out document.
std::string write_pdf(const document::Meta& meta, const Options& options, Plan& plan, WriterState& state);

}  // namespace sextant::pdf
