#pragma once

#include <string>

#include "reports/document/document.hpp"

namespace sextant::pdf {

/// Names the program in the file; without a version, so that a rebuilt report is the same.
inline constexpr const char* kProducer = "Sextant (libharu, HarfBuzz)";

/// The day of the document as PDF writes dates ("D:20250325000000Z"), or empty if it is none.
std::string pdf_date(const std::string& iso_day);

/// The XMP packet: the same statements as the information dictionary, and PDF/A-1b if it is claimed.
std::string xmp_packet(const document::Meta& meta, bool pdfa);

/// A colour profile for sRGB (IEC 61966-2-1), ICC version 2, made from the published primaries and curve.
std::string srgb_profile();

}  // namespace sextant::pdf
