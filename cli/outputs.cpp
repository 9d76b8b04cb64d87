#include "cli/outputs.hpp"

#include <algorithm>
#include <utility>

namespace sextant::cli {

namespace {

constexpr std::pair<Kind, std::string_view> kKinds[] = {
    {Kind::country, "country"}, {Kind::brief, "brief"}, {Kind::plan, "plan"}, {Kind::poster, "poster"}};
constexpr std::pair<Format, std::string_view> kFormats[] = {{Format::pdf, "pdf"},
                                                            {Format::html, "html"},
                                                            {Format::docx, "docx"},
                                                            {Format::md, "md"},
                                                            {Format::json, "json"}};

template <class Table>
auto value_of(const Table& table, std::string_view name) {
  const auto it =
      std::find_if(std::begin(table), std::end(table), [&](const auto& row) { return row.second == name; });
  return it == std::end(table) ? std::nullopt : std::optional(it->first);
}

template <class Table, class Value>
std::string_view name_in(const Table& table, Value value) {
  return std::find_if(std::begin(table), std::end(table), [&](const auto& row) { return row.first == value; })
      ->second;
}

}  // namespace

std::string_view name_of(Kind kind) {
  return name_in(kKinds, kind);
}
std::string_view name_of(Format format) {
  return name_in(kFormats, format);
}
std::optional<Kind> kind_of(std::string_view name) {
  return value_of(kKinds, name);
}
std::optional<Format> format_of(std::string_view name) {
  return value_of(kFormats, name);
}

std::optional<Format> format_of_file(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  const auto format = dot == std::string_view::npos ? std::nullopt : format_of(path.substr(dot + 1));
  return format == Format::json ? std::nullopt : format;
}

std::string with_language(std::string path, std::string_view language) {
  const std::size_t dot = path.rfind('.');
  const std::size_t slash = path.rfind('/');
  const bool ending = dot != std::string::npos && dot != 0 && (slash == std::string::npos || dot > slash + 1);
  return path.insert(ending ? dot : path.size(), "." + std::string(language));
}

std::vector<std::string> kind_names() {
  std::vector<std::string> out;
  for (const auto& [kind, name] : kKinds) out.emplace_back(name);
  return out;
}

std::vector<std::string> format_names(bool batch) {
  std::vector<std::string> out;
  for (const auto& [format, name] : kFormats) {
    if (batch || format != Format::json) out.emplace_back(name);
  }
  return out;
}

std::vector<Output> outputs(const std::vector<Kind>& kinds, const std::vector<Format>& formats,
                            const std::vector<std::string>& languages) {
  std::vector<Output> out;
  for (const std::string& language : languages) {
    for (const Kind kind : kinds) {
      for (const Format format : formats) {
        if (format == Format::json && kind != kinds.front()) continue;
        Output one;
        one.kind = format == Format::json ? Kind::country : kind;
        one.format = format;
        one.language = language;
        out.push_back(std::move(one));
      }
    }
  }
  return out;
}

}  // namespace sextant::cli
