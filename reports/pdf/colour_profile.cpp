#include <array>
#include <cmath>
#include <cstdint>

#include "reports/pdf/metadata.hpp"

namespace sextant::pdf {

namespace {

void put(std::string& out, std::uint32_t value, int bytes) {
  for (int i = bytes - 1; i >= 0; --i)
    out += static_cast<char>(static_cast<unsigned char>((value >> (8 * i)) & 0xFF));
}

/// A number with sixteen bits after the point.
void put_fixed(std::string& out, double value) {
  put(out, static_cast<std::uint32_t>(static_cast<std::int32_t>(std::lround(value * 65536.0))), 4);
}

std::string xyz(double x, double y, double z) {
  std::string out = "XYZ ";
  put(out, 0, 4);
  put_fixed(out, x);
  put_fixed(out, y);
  put_fixed(out, z);
  return out;
}

/// The curve of IEC 61966-2-1: linear near black, then a power of 2.4.
std::string curve() {
  constexpr int kPoints = 256;
  std::string out = "curv";
  put(out, 0, 4);
  put(out, kPoints, 4);
  for (int i = 0; i < kPoints; ++i) {
    const double v = i / (kPoints - 1.0);
    const double linear = v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
    put(out, static_cast<std::uint32_t>(std::lround(linear * 65535.0)), 2);
  }
  return out;
}

std::string description(const std::string& text) {
  std::string out = "desc";
  put(out, 0, 4);
  put(out, static_cast<std::uint32_t>(text.size() + 1), 4);
  out += text;
  out += '\0';
  put(out, 0, 4);  // no Unicode text
  put(out, 0, 4);
  put(out, 0, 2);  // no Macintosh text
  put(out, 0, 1);
  out.append(67, '\0');
  return out;
}

}  // namespace

std::string srgb_profile() {
  const std::string copyright =
      std::string("text") + std::string(4, '\0') + "No copyright, use freely" + std::string(1, '\0');
  const std::string trc = curve();
  // The primaries of ITU-R BT.709 and the white point D65, adapted to D50 by the Bradford transform.
  const std::array<std::pair<const char*, std::string>, 9> tags = {{
      {"desc", description("sRGB IEC61966-2.1")},
      {"cprt", copyright},
      {"wtpt", xyz(0.9505, 1.0, 1.0890)},
      {"rXYZ", xyz(0.4360747, 0.2225045, 0.0139322)},
      {"gXYZ", xyz(0.3850649, 0.7168786, 0.0971045)},
      {"bXYZ", xyz(0.1430804, 0.0606169, 0.7141733)},
      {"rTRC", trc},
      {"gTRC", trc},
      {"bTRC", trc},
  }};
  std::string table;
  std::string data;
  put(table, static_cast<std::uint32_t>(tags.size()), 4);
  const std::size_t start = 128 + 4 + 12 * tags.size();
  std::size_t curve_at = 0;
  for (const auto& [name, content] : tags) {
    const bool is_curve = content.size() == trc.size() && content == trc;
    std::size_t at = start + data.size();
    if (is_curve && curve_at != 0) {
      at = curve_at;  // three channels share one curve
    } else {
      if (is_curve) curve_at = at;
      data += content;
      data.append((4 - data.size() % 4) % 4, '\0');
    }
    table += name;
    put(table, static_cast<std::uint32_t>(at), 4);
    put(table, static_cast<std::uint32_t>(content.size()), 4);
  }
  std::string out;
  put(out, static_cast<std::uint32_t>(start + data.size()), 4);
  put(out, 0, 4);           // no preferred engine
  put(out, 0x02100000, 4);  // version 2.1
  out += "mntrRGB XYZ ";
  for (const std::uint32_t part : {1998U, 2U, 9U, 6U, 49U, 0U}) put(out, part, 2);  // any fixed date
  out += "acsp";
  out.append(28, '\0');    // platform, flags, device, attributes, intent
  put_fixed(out, 0.9642);  // D50
  put_fixed(out, 1.0);
  put_fixed(out, 0.8249);
  out.append(128 - out.size(), '\0');
  return out + table + data;
}

}  // namespace sextant::pdf
