#include "reports/pdf/writer.hpp"

#include <algorithm>
#include <array>

#include "reports/pdf/content.hpp"
#include "reports/pdf/identity.hpp"
#include "reports/pdf/metadata.hpp"
#include "reports/pdf/objects.hpp"
#include "reports/pdf/outlines.hpp"
#include "reports/pdf/style.hpp"
#include "reports/pdf/utf8.hpp"

namespace sextant::pdf {

namespace {

/// A link as it is written once all pages are known.
struct Annotation {
  ObjectId object = 0;
  std::size_t page = 0;
  std::array<double, 4> box = {};
  const PlacedLink* link = nullptr;
};

class Writer {
 public:
  Writer(const document::Meta& meta, const Options& options, Plan& plan, WriterState& state)
      : meta_(meta), options_(options), plan_(plan), state_(state), enlarge_(plan.page.enlarge) {}

  std::string write();

 private:
  void page(std::size_t number);
  void item(ContentWriter& content, const Item& item, double dy, bool behind);
  void line(ContentWriter& content, const PlacedLine& line, double dy);
  void mark(ContentWriter& content, ElementId element);
  void annotations();
  ObjectId structure_tree();
  void catalog(ObjectId tree);
  [[nodiscard]] std::string destination(std::size_t heading) const;

  const document::Meta& meta_;
  const Options& options_;
  Plan& plan_;
  WriterState& state_;
  double enlarge_;
  Objects objects_;
  Identity identity_;
  std::vector<ObjectId> pages_;
  std::vector<std::vector<ElementId>> parents_;  ///< by page: the element of each piece of marked content
  std::vector<Annotation> annotations_;
  std::size_t current_page_ = 0;
  /// What the writer is inside of: an element, an artifact, or nothing yet.
  ElementId open_ = kNothing;
  const char* artifact_kind_ = "Layout";
  static constexpr ElementId kNothing = -2;
};

void Writer::mark(ContentWriter& content, ElementId element) {
  if (element == open_) return;
  open_ = element;
  if (element == kArtifact) {
    content.begin_artifact(artifact_kind_);
    return;
  }
  auto& parents = parents_[current_page_];
  const auto mcid = static_cast<std::int32_t>(parents.size());
  parents.push_back(element);
  plan_.structure.add_content(element, static_cast<std::int32_t>(current_page_), mcid);
  content.begin_content(role_name(plan_.structure[element].role), mcid);
}

void Writer::line(ContentWriter& content, const PlacedLine& line, double dy) {
  const PlacedWord* const begin = plan_.words.data() + line.first;
  const PlacedWord* const end = begin + line.count;
  for (const PlacedWord* word = begin; word != end; ++word) state_.usage.note(*word->word);
  for (const PlacedWord* word = begin; word != end;) {
    const PlacedWord* same = word;
    while (same != end && same->element == word->element) ++same;
    mark(content, word->element);
    content.words(word, same, line.y + dy, line.size);
    word = same;
  }
}

void Writer::item(ContentWriter& content, const Item& item, double dy, bool behind) {
  if (const auto* ref = std::get_if<ShapeRef>(&item)) {
    const PlacedShape& shape = plan_.shapes[ref->index];
    if (shape.behind != behind) return;
    mark(content, shape.element);
    std::visit([&](const auto& drawn) { content.draw(drawn, dy); }, shape.shape);
    return;
  }
  if (behind) return;
  if (const auto* words = std::get_if<PlacedLine>(&item)) {
    line(content, *words, dy);
  } else if (const auto* ref = std::get_if<LinkRef>(&item)) {
    const PlacedLink* link = &plan_.links[ref->index];
    Annotation annotation;
    annotation.object = objects_.reserve();
    annotation.page = current_page_;
    const double bottom = plan_.height - (link->y + dy) - link->height;
    annotation.box = {link->x * enlarge_, bottom * enlarge_, (link->x + link->width) * enlarge_,
                      (bottom + link->height) * enlarge_};
    annotation.link = link;
    plan_.structure.add_annotation(link->element, static_cast<std::int32_t>(current_page_),
                                   static_cast<std::int32_t>(annotations_.size()));
    annotations_.push_back(annotation);
  } else if (const auto* box = std::get_if<PlacedBox>(&item)) {
    const double bottom = plan_.height - (box->y + dy) - box->height;
    plan_.structure[box->element].box = {box->x * enlarge_, bottom * enlarge_,
                                         (box->x + box->width) * enlarge_, (bottom + box->height) * enlarge_};
  }
}

void Writer::page(std::size_t number) {
  const PlacedPage& page = plan_.pages[number];
  current_page_ = number;
  open_ = kNothing;
  artifact_kind_ = "Layout";
  std::string& bytes = state_.content;
  bytes.clear();
  ContentWriter content(bytes, plan_.height);
  if (enlarge_ != 1.0) content.enlarge(enlarge_);
  for (const document::Rect& panel : page.panels) {
    mark(content, kArtifact);
    content.draw(panel, 0);
  }
  for (const bool behind : {true, false}) {
    for (const Placement& placement : page.placements) {
      const Piece& piece = plan_.pieces[placement.piece];
      for (std::uint32_t i = piece.begin; i < piece.end; ++i)
        item(content, plan_.items[i], placement.y, behind);
    }
    // Ground and rules are layout; words that are no content are headers and footers.
    if (behind && open_ == kArtifact) {
      content.end_marked();
      open_ = kNothing;
    }
    artifact_kind_ = "Pagination";
  }
  content.end_marked();
  identity_.add(bytes);
  objects_.set_page_content(number, state_.deflater.compress(bytes), state_.deflater.level() > 0);
}

std::string Writer::destination(std::size_t heading) const {
  const HeadingEntry& entry = plan_.headings[heading];
  const auto page = static_cast<std::size_t>(std::max(entry.page, 0));
  std::string out = "[" + reference(pages_[page]) + "/XYZ null ";
  append_number((plan_.height - entry.y + 12) * enlarge_, out);
  return out + " null]";
}

void Writer::annotations() {
  for (std::size_t i = 0; i < annotations_.size(); ++i) {
    const Annotation& annotation = annotations_[i];
    std::string body = "/Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[";
    for (const double edge : annotation.box) {
      append_number(edge, body);
      body += ' ';
    }
    // The structure's parent tree has the pages first, then the links.
    body += "]/StructParent " + std::to_string(plan_.pages.size() + i);
    if (!annotation.link->label.empty()) body += "/Contents" + pdf_string(annotation.link->label);
    const Target& target = plan_.targets[annotation.link->target];
    if (const auto* heading = std::get_if<std::uint32_t>(&target)) {
      body += "/Dest" + destination(*heading);
    } else {
      body += "/A<</S/URI/URI" + uri_string(std::get<std::string>(target)) + ">>";
    }
    objects_.set_kept(annotation.object, std::move(body));
  }
}

ObjectId Writer::structure_tree() {
  Structure& structure = plan_.structure;
  const ObjectId tree = objects_.reserve();
  const ObjectId first = objects_.reserve_many(structure.size());
  std::vector<ObjectId> links;
  for (const Annotation& annotation : annotations_) links.push_back(annotation.object);

  std::string& text = state_.structure;
  text.clear();
  std::vector<std::size_t> ends;
  ends.reserve(structure.size());
  for (std::size_t e = 0; e < structure.size(); ++e) {
    structure.print(static_cast<ElementId>(e), first, pages_, links, tree, text);
    ends.push_back(text.size());
  }
  identity_.add(text);
  std::size_t begin = 0;
  for (std::size_t e = 0; e < structure.size(); ++e) {
    objects_.set(first + static_cast<ObjectId>(e), std::string_view(text).substr(begin, ends[e] - begin));
    begin = ends[e];
  }

  // The parent tree: from a page's marked content, and from a link, back to the element. In leaves of a few
  // hundred entries, so that a report of thousands of pages keeps within the limits of PDF/A.
  const std::size_t entries = pages_.size() + links.size();
  constexpr std::size_t kLeaf = 256;
  std::string leaves;
  for (std::size_t from = 0; from < entries; from += kLeaf) {
    const std::size_t to = std::min(entries, from + kLeaf);
    std::string body = "/Limits[" + std::to_string(from) + ' ' + std::to_string(to - 1) + "]/Nums[";
    for (std::size_t i = from; i < to; ++i) {
      append_integer(static_cast<std::uint32_t>(i), body);
      if (i < pages_.size()) {
        body += '[';
        for (const ElementId element : parents_[i]) {
          append_integer(first + static_cast<ObjectId>(element), body);
          body += " 0 R ";
        }
        body += ']';
      } else {
        body += ' ';
        append_integer(first + static_cast<ObjectId>(annotations_[i - pages_.size()].link->element), body);
        body += " 0 R ";
      }
    }
    body += ']';
    leaves += reference(objects_.add(std::move(body))) + ' ';
  }
  const ObjectId parent_tree = objects_.add("/Kids[" + leaves + "]");
  objects_.set_kept(tree, "/Type/StructTreeRoot/K " + reference(first) + "/ParentTree " +
                              reference(parent_tree) + "/ParentTreeNextKey " + std::to_string(entries));
  return tree;
}

void Writer::catalog(ObjectId tree) {
  std::string entries = "/MarkInfo<</Marked true>>/StructTreeRoot " + reference(tree);
  entries += "/Lang" + pdf_string(meta_.language);
  entries += "/ViewerPreferences<</DisplayDocTitle true";
  if (plan_.rtl) entries += "/Direction/R2L";
  entries += ">>";
  const std::string xmp = xmp_packet(meta_, options_.pdfa);
  identity_.add(xmp);
  entries += "/Metadata " + reference(objects_.add_stream("/Type/Metadata/Subtype/XML", xmp, false));
  std::vector<std::string> destinations;
  for (std::size_t h = 0; h < plan_.headings.size(); ++h) destinations.push_back(destination(h));
  if (const ObjectId outlines = add_outlines(plan_.headings, destinations, objects_); outlines != 0) {
    entries += "/Outlines " + reference(outlines) + "/PageMode/UseOutlines";
  }
  if (options_.pdfa) {
    static const std::string kProfile = srgb_profile();
    const ObjectId profile =
        objects_.add_stream("/N 3", state_.deflater.compress(kProfile), state_.deflater.level() > 0);
    entries +=
        "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)"
        "/Info(sRGB IEC61966-2.1)/RegistryName(http://www.color.org)/DestOutputProfile " +
        reference(profile) + ">>]";
  }
  objects_.set_catalog(std::move(entries));

  std::string keywords;
  for (const std::string& word : meta_.keywords) keywords += (keywords.empty() ? "" : ", ") + word;
  objects_.set_info("Title", meta_.title);
  objects_.set_info("Author", meta_.author);
  objects_.set_info("Subject", meta_.subject);
  objects_.set_info("Keywords", keywords);
  objects_.set_info_ascii("Producer", kProducer);
  if (const std::string date = pdf_date(meta_.date); !date.empty()) {
    objects_.set_info_ascii("CreationDate", date);
    objects_.set_info_ascii("ModDate", date);
  }
}

std::string Writer::write() {
  state_.deflater.start_document(options_.compression);
  state_.usage.start_document();
  identity_.add(meta_.fingerprint);
  for (std::size_t p = 0; p < plan_.pages.size(); ++p) {
    pages_.push_back(objects_.add_page(plan_.width * enlarge_, plan_.height * enlarge_));
  }
  parents_.resize(plan_.pages.size());
  for (std::size_t p = 0; p < plan_.pages.size(); ++p) page(p);
  annotations();
  const ObjectId tree = structure_tree();

  std::string fonts = "/Font<<";
  for (int f = 0; f < kFonts; ++f) {
    const auto id = static_cast<FontId>(f);
    if (!state_.usage.uses(id)) continue;
    const ObjectId font = embed_font(id, state_.usage, state_.subsets, state_.deflater, objects_);
    fonts += "/F" + std::to_string(f) + ' ' + reference(font);
  }
  const ObjectId resources = objects_.add(fonts + ">>/ProcSet[/PDF/Text]");
  std::vector<std::vector<ObjectId>> links(plan_.pages.size());
  for (const Annotation& annotation : annotations_) links[annotation.page].push_back(annotation.object);
  for (std::size_t p = 0; p < plan_.pages.size(); ++p) {
    objects_.finish_page(p, static_cast<std::int32_t>(p), links[p], resources);
  }
  catalog(tree);
  objects_.set_file_id(identity_.bytes());
  return objects_.write();
}

}  // namespace

std::string write_pdf(const document::Meta& meta, const Options& options, Plan& plan, WriterState& state) {
  return Writer(meta, options, plan, state).write();
}

}  // namespace sextant::pdf
