#include "reports/pdf/objects.hpp"

#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>
#include <hpdf_streams.h>

#include <stdexcept>

#include "reports/pdf/utf8.hpp"

namespace sextant::pdf {

namespace {

/// What a dictionary of ours prints when the library writes it.
struct Body {
  std::string_view bytes;
  HPDF_Dict dict = nullptr;
};

HPDF_STATUS write_body(HPDF_Dict dict, HPDF_Stream stream) {
  const auto* body = static_cast<const Body*>(dict->attr);
  if (body->bytes.empty()) return HPDF_OK;
  return HPDF_Stream_Write(stream, reinterpret_cast<const HPDF_BYTE*>(body->bytes.data()),
                           static_cast<HPDF_UINT>(body->bytes.size()));
}

HPDF_STATUS write_flate(HPDF_Dict, HPDF_Stream stream) {
  return HPDF_Stream_WriteStr(stream, "/Filter/FlateDecode");
}

HPDF_STATUS append_to_string(HPDF_Stream stream, const HPDF_BYTE* bytes, HPDF_UINT size) {
  // No exception may cross the library: without memory it gets a status, and we throw after it returns.
  try {
    static_cast<std::string*>(stream->attr)->append(reinterpret_cast<const char*>(bytes), size);
  } catch (...) {
    return HPDF_FAILD_TO_ALLOC_MEM;
  }
  return HPDF_OK;
}

struct FreeDocument {
  void operator()(HPDF_Doc document) const { HPDF_Free(document); }
};
struct FreeStream {
  void operator()(HPDF_Stream stream) const { HPDF_Stream_Free(stream); }
};

}  // namespace

struct Objects::Impl {
  std::unique_ptr<std::remove_pointer_t<HPDF_Doc>, FreeDocument> document;
  std::deque<Body> bodies;
  std::vector<Body*> by_id;
  std::deque<std::string> kept;
  std::vector<HPDF_Page> pages;
  Body catalog;

  /// Errors of the library are sticky: the first one is reported, and nothing is done after it.
  void check(bool good, const char* what) const {
    if (good && document->error.error_no == HPDF_OK) return;
    char code[32];
    std::snprintf(code, sizeof code, "0x%04lX", static_cast<unsigned long>(document->error.error_no));
    throw std::runtime_error(std::string("the PDF could not be made: ") + what + " failed (libharu " + code +
                             ")");
  }

  ObjectId add(HPDF_Dict dict, const char* what) {
    check(dict != nullptr, what);
    check(HPDF_Xref_Add(document->xref, dict) == HPDF_OK, what);
    return dict->header.obj_id & 0x00FFFFFF;
  }
};

Objects::Objects() : impl_(std::make_unique<Impl>()) {
  impl_->document.reset(HPDF_New(nullptr, nullptr));
  if (!impl_->document) throw std::runtime_error("the PDF could not be made: no memory left");
  impl_->check(true, "starting the document");
}

Objects::~Objects() = default;

ObjectId Objects::reserve() {
  HPDF_Dict dict = HPDF_Dict_New(impl_->document->mmgr);
  const ObjectId id = impl_->add(dict, "adding an object");
  Body& body = impl_->bodies.emplace_back();
  body.dict = dict;
  dict->attr = &body;
  dict->write_fn = write_body;
  if (impl_->by_id.size() <= id) impl_->by_id.resize(id + 64, nullptr);
  impl_->by_id[id] = &body;
  return id;
}

ObjectId Objects::reserve_many(std::size_t count) {
  ObjectId first = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const ObjectId id = reserve();
    if (i == 0) first = id;
  }
  return first;
}

void Objects::set(ObjectId id, std::string_view body) {
  impl_->by_id.at(id)->bytes = body;
}

void Objects::set_kept(ObjectId id, std::string body) {
  set(id, impl_->kept.emplace_back(std::move(body)));
}

ObjectId Objects::add(std::string body) {
  const ObjectId id = reserve();
  set_kept(id, std::move(body));
  return id;
}

ObjectId Objects::add_stream(std::string dictionary, std::string_view bytes, bool deflated) {
  HPDF_Dict dict = HPDF_DictStream_New(impl_->document->mmgr, impl_->document->xref);
  impl_->check(dict != nullptr, "adding a stream");
  if (deflated) dictionary += "/Filter/FlateDecode";
  Body& body = impl_->bodies.emplace_back();
  body.bytes = impl_->kept.emplace_back(std::move(dictionary));
  dict->attr = &body;
  dict->write_fn = write_body;
  HPDF_Stream_Write(dict->stream, reinterpret_cast<const HPDF_BYTE*>(bytes.data()),
                    static_cast<HPDF_UINT>(bytes.size()));
  impl_->check(true, "adding a stream");
  return dict->header.obj_id & 0x00FFFFFF;
}

ObjectId Objects::add_page(double width, double height) {
  HPDF_Page page = HPDF_AddPage(impl_->document.get());
  impl_->check(page != nullptr, "adding a page");
  HPDF_Page_SetWidth(page, static_cast<HPDF_REAL>(width));
  HPDF_Page_SetHeight(page, static_cast<HPDF_REAL>(height));
  impl_->check(true, "setting the size of a page");
  impl_->pages.push_back(page);
  return page->header.obj_id & 0x00FFFFFF;
}

void Objects::set_page_content(std::size_t page, std::string_view bytes, bool deflated) {
  auto* attributes = static_cast<HPDF_PageAttr>(impl_->pages.at(page)->attr);
  if (deflated) attributes->contents->write_fn = write_flate;
  HPDF_Stream_Write(attributes->stream, reinterpret_cast<const HPDF_BYTE*>(bytes.data()),
                    static_cast<HPDF_UINT>(bytes.size()));
  impl_->check(true, "writing a page");
}

void Objects::finish_page(std::size_t page, std::int32_t struct_parents,
                          const std::vector<ObjectId>& annotations, ObjectId resources) {
  HPDF_Page dict = impl_->pages.at(page);
  HPDF_Dict_AddNumber(dict, "StructParents", struct_parents);
  HPDF_Dict_AddName(dict, "Tabs", "S");
  HPDF_Dict_Add(dict, "Resources", impl_->by_id.at(resources)->dict);
  if (!annotations.empty()) {
    HPDF_Array array = HPDF_Array_New(impl_->document->mmgr);
    impl_->check(array != nullptr, "adding links");
    HPDF_Dict_Add(dict, "Annots", array);
    for (const ObjectId id : annotations) HPDF_Array_Add(array, impl_->by_id.at(id)->dict);
  }
  impl_->check(true, "finishing a page");
}

void Objects::set_catalog(std::string entries) {
  impl_->catalog.bytes = impl_->kept.emplace_back(std::move(entries));
  impl_->document->catalog->attr = &impl_->catalog;
  impl_->document->catalog->write_fn = write_body;
}

void Objects::set_info(const char* key, std::string_view utf8) {
  if (utf8.empty()) return;
  // HPDF_SetInfoAttr garbles what is not in the document's one encoding; a binary string is left alone.
  std::u32string text;
  decode_utf8(utf8, text);
  std::string hex;
  append_utf16_hex(text, hex);
  std::string bytes = "\xFE\xFF";
  const auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'A' + 10; };
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
    bytes += static_cast<char>(digit(hex[i]) * 16 + digit(hex[i + 1]));
  set_info_ascii(key, bytes);
}

void Objects::set_info_ascii(const char* key, std::string_view value) {
  std::string bytes(value);
  HPDF_Binary binary = HPDF_Binary_New(impl_->document->mmgr, reinterpret_cast<HPDF_BYTE*>(bytes.data()),
                                       static_cast<HPDF_UINT>(bytes.size()));
  impl_->check(binary != nullptr, "adding metadata");
  impl_->check(HPDF_Dict_Add(impl_->document->info, key, binary) == HPDF_OK, "adding metadata");
}

void Objects::set_file_id(std::string_view bytes) {
  HPDF_Array array = HPDF_Array_New(impl_->document->mmgr);
  impl_->check(array != nullptr, "adding the file's identity");
  HPDF_Dict_Add(impl_->document->trailer, "ID", array);
  std::string copy(bytes);
  for (int i = 0; i < 2; ++i) {
    HPDF_Array_Add(array, HPDF_Binary_New(impl_->document->mmgr, reinterpret_cast<HPDF_BYTE*>(copy.data()),
                                          static_cast<HPDF_UINT>(copy.size())));
  }
  impl_->check(true, "adding the file's identity");
}

std::string Objects::write() {
  HPDF_Dict_Add(impl_->document->trailer, "Root", impl_->document->catalog);
  HPDF_Dict_Add(impl_->document->trailer, "Info", impl_->document->info);
  std::string out;
  const std::unique_ptr<std::remove_pointer_t<HPDF_Stream>, FreeStream> stream(
      HPDF_CallbackWriter_New(impl_->document->mmgr, append_to_string, &out));
  impl_->check(stream != nullptr, "opening the output");
  // The second line tells programs that the file is binary.
  HPDF_Stream_WriteStr(stream.get(), "%PDF-1.4\n%\xE2\xE3\xCF\xD3\n");
  const HPDF_STATUS status = HPDF_Xref_WriteToStream(impl_->document->xref, stream.get(), nullptr);
  impl_->check(status == HPDF_OK, "writing the file");
  return out;
}

}  // namespace sextant::pdf
