#include "reports/pdf/metadata.hpp"

#include <algorithm>

#include "reports/pdf/utf8.hpp"

namespace sextant::pdf {

namespace {

bool is_day(const std::string& s) {
  if (s.size() != 10 || s[4] != '-' || s[7] != '-') return false;
  for (const std::size_t i : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U}) {
    if (s[i] < '0' || s[i] > '9') return false;
  }
  const int month = (s[5] - '0') * 10 + (s[6] - '0');
  const int day = (s[8] - '0') * 10 + (s[9] - '0');
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

}  // namespace

std::string pdf_date(const std::string& iso_day) {
  if (!is_day(iso_day)) return {};
  return "D:" + iso_day.substr(0, 4) + iso_day.substr(5, 2) + iso_day.substr(8, 2) + "000000Z";
}

std::string xmp_packet(const document::Meta& meta, bool pdfa) {
  std::string out =
      "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
      "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
      " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
      " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n";
  const auto element = [&](const char* open, const std::string& text, const char* close) {
    if (text.empty()) return;
    out += open;
    append_xml(text, out);
    out += close;
  };
  if (pdfa) out += "<pdfaid:part>1</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>\n";
  out += "<dc:format>application/pdf</dc:format>\n";
  element("<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", meta.title,
          "</rdf:li></rdf:Alt></dc:title>\n");
  element("<dc:creator><rdf:Seq><rdf:li>", meta.author, "</rdf:li></rdf:Seq></dc:creator>\n");
  element("<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">", meta.subject,
          "</rdf:li></rdf:Alt></dc:description>\n");
  element("<dc:language><rdf:Bag><rdf:li>", meta.language, "</rdf:li></rdf:Bag></dc:language>\n");
  element("<dc:identifier>", meta.identity, "</dc:identifier>\n");
  std::string keywords;
  for (const std::string& word : meta.keywords) keywords += (keywords.empty() ? "" : ", ") + word;
  element("<pdf:Keywords>", keywords, "</pdf:Keywords>\n");
  element("<pdf:Producer>", kProducer, "</pdf:Producer>\n");
  if (is_day(meta.date)) {
    element("<xmp:CreateDate>", meta.date + "T00:00:00Z", "</xmp:CreateDate>\n");
    element("<xmp:ModifyDate>", meta.date + "T00:00:00Z", "</xmp:ModifyDate>\n");
  }
  out += "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>";
  return out;
}

}  // namespace sextant::pdf
