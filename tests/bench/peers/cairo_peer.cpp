#include <ctime>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

/// Cairo with Pango, as a C++ program would use them: milliseconds of processor time for each report,
/// untagged.
///   cairo_peer CONTENT.json ROUNDS FONT_FOLDER OUT.pdf

namespace {

using Json = nlohmann::json;

constexpr double kLeft = 60, kTop = 62, kBottom = 842 - 74, kWidth = 475;
constexpr double kSizes[] = {22, 14.5, 11.5, 10};

cairo_status_t append(void* out, const unsigned char* bytes, unsigned length) {
  static_cast<std::string*>(out)->append(reinterpret_cast<const char*>(bytes), length);
  return CAIRO_STATUS_SUCCESS;
}

std::string markup(const Json& runs) {
  std::string out;
  for (const Json& run : runs) {
    char* escaped = g_markup_escape_text(run[0].get_ref<const std::string&>().c_str(), -1);
    out += run[1].get<bool>() ? "<b>" + std::string(escaped) + "</b>" : std::string(escaped);
    g_free(escaped);
  }
  return out;
}

class Report {
 public:
  explicit Report(std::string& out)
      : surface_(cairo_pdf_surface_create_for_stream(append, &out, 595.276, 841.89)),
        context_(cairo_create(surface_)) {}
  Report(const Report&) = delete;
  Report& operator=(const Report&) = delete;
  ~Report() {
    end_page();
    cairo_surface_finish(surface_);
    cairo_destroy(context_);
    cairo_surface_destroy(surface_);
  }

  void text(const Json& runs, double size, bool bold, double indent) {
    Box box = set(markup(runs), size, bold, kWidth - indent);
    room(box.height);
    show(box, kLeft + indent);
    y_ += box.height + 8;
  }

  void row(const std::vector<const Json*>& cells, const std::vector<double>& shares) {
    double whole = 0;
    for (const double share : shares) whole += share;
    std::vector<Box> boxes;
    double height = 0;
    for (std::size_t i = 0; i < cells.size() && i < shares.size(); ++i) {
      boxes.push_back(set(markup(*cells[i]), 9.25, false, kWidth * shares[i] / whole - 10));
      height = std::max(height, boxes.back().height + 9);
    }
    room(height);
    double x = kLeft;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      show(boxes[i], x);
      x += kWidth * shares[i] / whole;
    }
    cairo_move_to(context_, kLeft, y_ + height);
    cairo_line_to(context_, kLeft + kWidth, y_ + height);
    cairo_set_line_width(context_, 0.5);
    cairo_stroke(context_);
    y_ += height;
  }

 private:
  struct Box {
    PangoLayout* layout;
    double height;
  };

  Box set(const std::string& marked, double size, bool bold, double width) {
    PangoLayout* layout = pango_cairo_create_layout(context_);
    PangoFontDescription* font = pango_font_description_from_string(bold ? "Noto Sans Bold" : "Noto Sans");
    pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
    pango_layout_set_width(layout, static_cast<int>(width * PANGO_SCALE));
    pango_layout_set_markup(layout, marked.c_str(), -1);
    int high = 0;
    pango_layout_get_size(layout, nullptr, &high);
    return {layout, static_cast<double>(high) / PANGO_SCALE};
  }

  void show(const Box& box, double x) {
    cairo_move_to(context_, x, y_);
    pango_cairo_show_layout(context_, box.layout);
    g_object_unref(box.layout);
  }

  void room(double height) {
    if (y_ + height <= kBottom || y_ == kTop) return;
    end_page();
    ++page_;
  }

  void end_page() {
    y_ = 842 - 50;
    show(set("Page " + std::to_string(page_), 8.5, false, kWidth), kLeft + 420);
    cairo_show_page(context_);
    y_ = kTop;
  }

  cairo_surface_t* surface_;
  cairo_t* context_;
  double y_ = kTop;
  int page_ = 1;
};

std::string make(const Json& blocks) {
  static const Json kBullet = {"• ", false};
  std::string out;
  {
    Report report(out);
    for (const Json& block : blocks) {
      const std::string& kind = block["kind"].get_ref<const std::string&>();
      if (kind == "h") {
        report.text(block["text"], kSizes[std::min(block["level"].get<int>(), 4) - 1], true, 0);
      } else if (kind == "p") {
        report.text(block["text"], 10, false, 0);
      } else if (kind == "list") {
        for (Json item : block["items"]) {
          item.insert(item.begin(), kBullet);
          report.text(item, 10, false, 16);
        }
      } else {
        std::vector<double> shares;
        std::vector<const Json*> head;
        for (const Json& column : block["head"]) {
          shares.push_back(column["share"].get<double>());
          head.push_back(&column["text"]);
        }
        report.row(head, shares);
        for (const Json& row : block["rows"]) {
          std::vector<const Json*> cells;
          for (const Json& cell : row) cells.push_back(&cell);
          report.row(cells, shares);
        }
      }
    }
  }
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 5) return 2;
  std::ifstream file(argv[1], std::ios::binary);
  const Json blocks = Json::parse(file);
  const int rounds = std::stoi(argv[2]);
  std::ofstream(argv[4], std::ios::binary) << make(blocks);
  const std::clock_t start = std::clock();
  for (int i = 0; i < rounds; ++i) make(blocks);
  std::cout << 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC / rounds << "\n";
}
