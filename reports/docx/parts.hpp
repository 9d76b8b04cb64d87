#pragma once

#include <string>
#include <vector>

#include "reports/document/document.hpp"
#include "reports/docx/measures.hpp"

/// The parts of the file around its body.
namespace sextant::docx {

/// An address outside the document, and the id by which the body names it.
struct Link {
  std::string id;
  std::string address;
};

std::string styles_part(const document::Meta& meta, const Measures& measures);
/// Bullets are number 1; `ordered` lists follow from 2, each of which counts from one.
std::string numbering_part(int ordered, const Measures& measures);
std::string settings_part(const document::Meta& meta);
std::string footer_part(const document::Meta& meta, const Measures& measures);
/// A footer without words, for a cover.
std::string empty_footer_part();
std::string core_part(const document::Meta& meta);
std::string app_part();
std::string content_types_part();
std::string package_relations_part();
std::string document_relations_part(const std::vector<Link>& links);

/// A language with the region that Word's spelling asks for.
std::string proofing_language(const std::string& language);

/// The names of the format's namespaces, for the root of a part.
inline constexpr std::string_view kWordNamespace =
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
inline constexpr std::string_view kRelationNamespace =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

}  // namespace sextant::docx
