#include "reports/pdf/structure.hpp"

#include "reports/pdf/content.hpp"
#include "reports/pdf/utf8.hpp"

namespace sextant::pdf {

const char* role_name(Role role) {
  switch (role) {
    case Role::document:
      return "Document";
    case Role::sect:
      return "Sect";
    case Role::div:
      return "Div";
    case Role::h1:
      return "H1";
    case Role::h2:
      return "H2";
    case Role::h3:
      return "H3";
    case Role::h4:
      return "H4";
    case Role::h5:
      return "H5";
    case Role::h6:
      return "H6";
    case Role::p:
      return "P";
    case Role::block_quote:
      return "BlockQuote";
    case Role::l:
      return "L";
    case Role::li:
      return "LI";
    case Role::lbl:
      return "Lbl";
    case Role::lbody:
      return "LBody";
    case Role::table:
      return "Table";
    case Role::tr:
      return "TR";
    case Role::th:
      return "TH";
    case Role::td:
      return "TD";
    case Role::caption:
      return "Caption";
    case Role::figure:
      return "Figure";
    case Role::link:
      return "Link";
    case Role::span:
      return "Span";
    case Role::toc:
      return "TOC";
    case Role::toci:
      return "TOCI";
    case Role::reference:
      return "Reference";
  }
  return "P";
}

void Structure::clear() {
  elements_.clear();
  kids_.clear();
  elements_.push_back({});
  elements_.back().role = Role::document;
  elements_.back().attached = true;
}

ElementId Structure::add(Role role, ElementId parent, bool is_inline) {
  const auto id = static_cast<ElementId>(elements_.size());
  Element& element = elements_.emplace_back();
  element.role = role;
  element.parent = parent;
  if (!is_inline) attach(id);
  return id;
}

void Structure::attach(ElementId id) {
  Element& element = (*this)[id];
  if (element.attached) return;
  element.attached = true;
  add_kid(element.parent, {Kid::Kind::element, id, 0, -1});
}

void Structure::add_kid(ElementId id, Kid kid) {
  const auto at = static_cast<std::int32_t>(kids_.size());
  kids_.push_back(kid);
  Element& element = (*this)[id];
  if (element.last_kid < 0) {
    element.first_kid = at;
  } else {
    kids_[static_cast<std::size_t>(element.last_kid)].next = at;
  }
  element.last_kid = at;
}

void Structure::add_content(ElementId id, std::int32_t page, std::int32_t mcid) {
  attach(id);
  add_kid(id, {Kid::Kind::content, mcid, page, -1});
}

void Structure::add_annotation(ElementId id, std::int32_t page, std::int32_t annotation) {
  attach(id);
  add_kid(id, {Kid::Kind::annotation, annotation, page, -1});
}

void Structure::print(ElementId id, std::uint32_t first_object, const std::vector<std::uint32_t>& pages,
                      const std::vector<std::uint32_t>& annotations, std::uint32_t tree_object,
                      std::string& out) const {
  const Element& element = (*this)[id];
  const auto reference = [&](std::uint32_t object) {
    append_integer(object, out);
    out += " 0 R";
  };
  out += "/S/";
  out += role_name(element.role);
  out += "/P ";
  reference(element.parent < 0 ? tree_object : first_object + static_cast<std::uint32_t>(element.parent));
  std::int32_t page = -1;
  for (std::int32_t k = element.first_kid; k >= 0; k = kids_[static_cast<std::size_t>(k)].next) {
    if (kids_[static_cast<std::size_t>(k)].kind != Kid::Kind::element) {
      page = kids_[static_cast<std::size_t>(k)].page;
      break;
    }
  }
  if (page >= 0) {
    out += "/Pg ";
    reference(pages[static_cast<std::size_t>(page)]);
  }
  if (!element.alt.empty()) {
    out += "/Alt";
    out += pdf_string(element.alt);
  }
  if (!element.language.empty()) {
    out += "/Lang";
    out += pdf_string(element.language);
  }
  if (element.scope != Scope::none || element.column_span > 1) {
    out += "/A<</O/Table";
    if (element.scope != Scope::none) out += element.scope == Scope::column ? "/Scope/Column" : "/Scope/Row";
    if (element.column_span > 1) {
      out += "/ColSpan ";
      append_integer(element.column_span, out);
    }
    out += ">>";
  } else if (element.box[2] > element.box[0]) {
    out += "/A<</O/Layout/Placement/Block/BBox[";
    for (const double edge : element.box) {
      append_number(edge, out);
      out += ' ';
    }
    out += "]>>";
  }
  if (element.first_kid < 0) return;
  out += "/K[";
  for (std::int32_t k = element.first_kid; k >= 0; k = kids_[static_cast<std::size_t>(k)].next) {
    const Kid& kid = kids_[static_cast<std::size_t>(k)];
    switch (kid.kind) {
      case Kid::Kind::element:
        reference(first_object + static_cast<std::uint32_t>(kid.value));
        break;
      case Kid::Kind::content:
        if (kid.page == page) {
          append_integer(static_cast<std::uint32_t>(kid.value), out);
        } else {
          out += "<</Type/MCR/Pg ";
          reference(pages[static_cast<std::size_t>(kid.page)]);
          out += "/MCID ";
          append_integer(static_cast<std::uint32_t>(kid.value), out);
          out += ">>";
        }
        break;
      case Kid::Kind::annotation:
        out += "<</Type/OBJR/Obj ";
        reference(annotations[static_cast<std::size_t>(kid.value)]);
        if (kid.page != page) {
          out += "/Pg ";
          reference(pages[static_cast<std::size_t>(kid.page)]);
        }
        out += ">>";
        break;
    }
    if (kid.next >= 0) out += ' ';
  }
  out += ']';
}

}  // namespace sextant::pdf
