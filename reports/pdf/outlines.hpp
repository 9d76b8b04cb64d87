#pragma once

#include <string>
#include <vector>

#include "reports/pdf/objects.hpp"
#include "reports/pdf/placed.hpp"

namespace sextant::pdf {

/// The tree of headings that a reader shows beside the pages; returns its root, 0 if there are no headings.
ObjectId add_outlines(const std::vector<HeadingEntry>& headings, const std::vector<std::string>& destinations,
                      Objects& objects);

/// An address as a PDF string: what is not plain ASCII is percent-encoded.
std::string uri_string(const std::string& address);

}  // namespace sextant::pdf
