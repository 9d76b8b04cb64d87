#pragma once

#include <string>

#include "reports/document/document.hpp"

/// Documents that look like real ones, for tests and benchmarks of the PDF edition. The country is invented.
namespace sextant::sample {

/// About twelve pages and 3,600 words with all kinds of blocks; "en" or "fr".
document::Document report(const std::string& language);
/// A shorter report in Arabic, from right to left, with Latin words and numbers in it.
document::Document arabic_report();
/// Every hostile thing that a composer could hand over: empty parts, bad UTF-8, NaN, words without end.
document::Document hostile();
/// A block of each kind whose every text tries to become markup, style or script.
document::Document hostile_words();

}  // namespace sextant::sample
