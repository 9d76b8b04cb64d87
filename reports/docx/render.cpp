#include "reports/docx/render.hpp"

#include "engine/archive/zip.hpp"
#include "reports/docx/body.hpp"

namespace sextant::docx {

std::string render(const document::Document& document, const document::Sheet& sheet) {
  const Measures measures(sheet);
  Body body(document, measures);
  std::string text = body.write();
  const document::Meta& meta = document.meta;
  return archive::write_zip({
      {"[Content_Types].xml", content_types_part()},
      {"_rels/.rels", package_relations_part()},
      {"docProps/core.xml", core_part(meta)},
      {"docProps/app.xml", app_part()},
      {"word/document.xml", std::move(text)},
      {"word/_rels/document.xml.rels", document_relations_part(body.links())},
      {"word/styles.xml", styles_part(meta, measures)},
      {"word/numbering.xml", numbering_part(body.ordered_lists(), measures)},
      {"word/settings.xml", settings_part(meta)},
      {"word/footer1.xml", footer_part(meta, measures)},
      {"word/footer2.xml", empty_footer_part()},
  });
}

}  // namespace sextant::docx
