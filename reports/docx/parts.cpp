#include "reports/docx/parts.hpp"

#include <algorithm>

#include "reports/docx/xml.hpp"

namespace sextant::docx {

namespace {

constexpr std::string_view kOffice = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

/// One kind of list: a bullet, or numbers.
void list_kind(Xml& xml, int id, bool bullet, const Measures& measures) {
  xml.open("w:abstractNum", {{"w:abstractNumId", std::to_string(id)}});
  xml.leaf("w:multiLevelType", {{"w:val", "singleLevel"}});
  xml.open("w:lvl", {{"w:ilvl", "0"}});
  xml.leaf("w:start", {{"w:val", "1"}});
  xml.leaf("w:numFmt", {{"w:val", bullet ? "bullet" : "decimal"}});
  xml.leaf("w:lvlText", {{"w:val", bullet ? "•" : "%1."}});
  xml.leaf("w:lvlJc", {{"w:val", "left"}});
  const std::string indent = Measures::twips(measures.text(kListIndent));
  xml.open("w:pPr");
  xml.leaf("w:ind", {{"w:left", indent}, {"w:hanging", indent}});
  xml.close();
  xml.open("w:rPr");
  xml.leaf("w:rFonts", {{"w:ascii", kFont}, {"w:hAnsi", kFont}, {"w:cs", kFont}, {"w:hint", "default"}});
  xml.leaf("w:color", {{"w:val", hex(document::kBrand)}});
  xml.close();
  xml.close();
  xml.close();
}

/// Text with {page} and {pages} as fields.
void page_of(Xml& xml, std::string_view pattern) {
  while (!pattern.empty()) {
    const std::size_t page = pattern.find("{page}");
    const std::size_t pages = pattern.find("{pages}");
    const std::size_t first = std::min(page, pages);
    const std::string_view words = pattern.substr(0, first);
    if (!words.empty()) {
      xml.open("w:r");
      xml.text("w:t", words, {{"xml:space", "preserve"}});
      xml.close();
    }
    if (first == std::string_view::npos) return;
    xml.open("w:fldSimple", {{"w:instr", page < pages ? " PAGE " : " NUMPAGES "}});
    xml.open("w:r");
    xml.text("w:t", "1");
    xml.close();
    xml.close();
    pattern.remove_prefix(first + (page < pages ? 6 : 7));
  }
}

void relation(Xml& xml, std::string_view id, const std::string& type, std::string_view target,
              bool external = false) {
  if (external) {
    xml.leaf("Relationship", {{"Id", id}, {"Type", type}, {"Target", target}, {"TargetMode", "External"}});
  } else {
    xml.leaf("Relationship", {{"Id", id}, {"Type", type}, {"Target", target}});
  }
}

Xml open_relations() {
  Xml xml;
  xml.raw(kXmlHead);
  xml.open("Relationships", {{"xmlns", "http://schemas.openxmlformats.org/package/2006/relationships"}});
  return xml;
}

}  // namespace

std::string proofing_language(const std::string& language) {
  constexpr std::pair<const char*, const char*> kRegions[] = {
      {"en", "en-GB"}, {"fr", "fr-FR"}, {"es", "es-ES"}, {"pt", "pt-PT"}, {"ar", "ar-SA"}};
  for (const auto& [code, full] : kRegions) {
    if (language == code) return full;
  }
  return language.empty() ? "en-GB" : language;
}

std::string numbering_part(int ordered, const Measures& measures) {
  Xml xml;
  xml.raw(kXmlHead);
  xml.open("w:numbering", {{"xmlns:w", kWordNamespace}});
  list_kind(xml, 0, true, measures);
  list_kind(xml, 1, false, measures);
  for (int number = 1; number <= ordered + 1; ++number) {
    xml.open("w:num", {{"w:numId", std::to_string(number)}});
    xml.leaf("w:abstractNumId", {{"w:val", number == 1 ? "0" : "1"}});
    if (number > 1) {
      xml.open("w:lvlOverride", {{"w:ilvl", "0"}});
      xml.leaf("w:startOverride", {{"w:val", "1"}});
      xml.close();
    }
    xml.close();
  }
  xml.close();
  return xml.take();
}

std::string settings_part(const document::Meta& meta) {
  Xml xml;
  xml.raw(kXmlHead);
  xml.open("w:settings", {{"xmlns:w", kWordNamespace}});
  xml.leaf("w:zoom", {{"w:percent", "100"}});
  xml.leaf("w:defaultTabStop", {{"w:val", "708"}});
  xml.leaf("w:characterSpacingControl", {{"w:val", "doNotCompress"}});
  xml.open("w:compat");
  xml.leaf("w:compatSetting", {{"w:name", "compatibilityMode"},
                               {"w:uri", "http://schemas.microsoft.com/office/word"},
                               {"w:val", "15"}});
  xml.close();
  const std::string language = proofing_language(meta.language);
  if (meta.right_to_left) {
    xml.leaf("w:themeFontLang", {{"w:val", "en-GB"}, {"w:bidi", language}});
  } else {
    xml.leaf("w:themeFontLang", {{"w:val", language}});
  }
  xml.close();
  return xml.take();
}

std::string footer_part(const document::Meta& meta, const Measures& measures) {
  Xml xml;
  xml.raw(kXmlHead);
  xml.open("w:ftr", {{"xmlns:w", kWordNamespace}});
  xml.open("w:p");
  xml.open("w:pPr");
  xml.leaf("w:pStyle", {{"w:val", "Footer"}});
  xml.open("w:pBdr");
  xml.leaf("w:top",
           {{"w:val", "single"}, {"w:sz", "4"}, {"w:space", "6"}, {"w:color", hex(document::kRule)}});
  xml.close();
  xml.open("w:tabs");
  xml.leaf("w:tab", {{"w:val", "right"}, {"w:pos", Measures::twips(measures.text_width())}});
  xml.close();
  if (meta.right_to_left) xml.leaf("w:bidi");
  xml.close();
  xml.open("w:r");
  xml.text("w:t", meta.footer, {{"xml:space", "preserve"}});
  xml.close();
  if (!meta.page_of.empty()) {
    xml.open("w:r");
    xml.leaf("w:tab");
    xml.close();
    page_of(xml, meta.page_of);
  }
  xml.close();
  xml.close();
  return xml.take();
}

std::string empty_footer_part() {
  Xml xml;
  xml.raw(kXmlHead);
  xml.open("w:ftr", {{"xmlns:w", kWordNamespace}});
  xml.open("w:p");
  xml.open("w:pPr");
  xml.leaf("w:pStyle", {{"w:val", "Footer"}});
  xml.close();
  xml.close();
  xml.close();
  return xml.take();
}

std::string core_part(const document::Meta& meta) {
  Xml xml;
  xml.raw(kXmlHead);
  xml.open("cp:coreProperties",
           {{"xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"},
            {"xmlns:dc", "http://purl.org/dc/elements/1.1/"},
            {"xmlns:dcterms", "http://purl.org/dc/terms/"},
            {"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"}});
  xml.text("dc:title", meta.title);
  xml.text("dc:subject", meta.subject);
  xml.text("dc:creator", meta.author);
  if (!meta.keywords.empty()) {
    std::string all;
    for (const std::string& one : meta.keywords) all += (all.empty() ? "" : ", ") + one;
    xml.text("cp:keywords", all);
  }
  if (!meta.identity.empty()) xml.text("dc:identifier", meta.identity);
  xml.text("dc:language", meta.language);
  const bool day = meta.date.size() == 10 && std::count(meta.date.begin(), meta.date.end(), '-') == 2;
  if (day) {
    for (const char* what : {"dcterms:created", "dcterms:modified"})
      xml.text(what, meta.date + "T00:00:00Z", {{"xsi:type", "dcterms:W3CDTF"}});
  }
  xml.close();
  return xml.take();
}

std::string app_part() {
  Xml xml;
  xml.raw(kXmlHead);
  xml.open("Properties",
           {{"xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"}});
  xml.text("Application", "Sextant");
  xml.close();
  return xml.take();
}

std::string content_types_part() {
  Xml xml;
  xml.raw(kXmlHead);
  xml.open("Types", {{"xmlns", "http://schemas.openxmlformats.org/package/2006/content-types"}});
  xml.leaf("Default", {{"Extension", "rels"},
                       {"ContentType", "application/vnd.openxmlformats-package.relationships+xml"}});
  xml.leaf("Default", {{"Extension", "xml"}, {"ContentType", "application/xml"}});
  const std::string word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
  for (const auto& [part, type] : {std::pair<const char*, std::string>{"/word/document.xml", "document.main"},
                                   {"/word/styles.xml", "styles"},
                                   {"/word/numbering.xml", "numbering"},
                                   {"/word/settings.xml", "settings"},
                                   {"/word/footer1.xml", "footer"},
                                   {"/word/footer2.xml", "footer"}})
    xml.leaf("Override", {{"PartName", part}, {"ContentType", word + type + "+xml"}});
  xml.leaf("Override", {{"PartName", "/docProps/core.xml"},
                        {"ContentType", "application/vnd.openxmlformats-package.core-properties+xml"}});
  xml.leaf("Override",
           {{"PartName", "/docProps/app.xml"},
            {"ContentType", "application/vnd.openxmlformats-officedocument.extended-properties+xml"}});
  xml.close();
  return xml.take();
}

std::string package_relations_part() {
  Xml xml = open_relations();
  relation(xml, "rId1", std::string(kOffice) + "officeDocument", "word/document.xml");
  relation(xml, "rId2",
           "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
           "docProps/core.xml");
  relation(xml, "rId3", std::string(kOffice) + "extended-properties", "docProps/app.xml");
  xml.close();
  return xml.take();
}

std::string document_relations_part(const std::vector<Link>& links) {
  Xml xml = open_relations();
  const std::string office(kOffice);
  relation(xml, "rId1", office + "styles", "styles.xml");
  relation(xml, "rId2", office + "numbering", "numbering.xml");
  relation(xml, "rId3", office + "settings", "settings.xml");
  relation(xml, "rId4", office + "footer", "footer1.xml");
  relation(xml, "rId5", office + "footer", "footer2.xml");
  for (const Link& link : links) relation(xml, link.id, office + "hyperlink", link.address, true);
  xml.close();
  return xml.take();
}

}  // namespace sextant::docx
