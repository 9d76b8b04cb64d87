#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <string>

#include "reports/pdf/render.hpp"
#include "tests/bench/content.hpp"
#include "tests/pdf/sample.hpp"

/// Prints what a report costs: milliseconds of processor time, cold (the first of the process) and warm, with
/// and without compression, and how it grows with the pages. Nothing is asserted: machines differ.
///   bench_pdf [ROUNDS]
///   bench_pdf --content FILE.json    also writes the content that other programs are given (compare.py)

namespace {

double cpu_ms() {
  return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

void measure(const char* name, const sextant::document::Document& document,
             const sextant::pdf::Options& options, sextant::pdf::Workspace& workspace, int rounds) {
  std::string bytes = sextant::pdf::render(document, options, workspace);
  const double cpu = cpu_ms();
  const auto clock = std::chrono::steady_clock::now();
  for (int i = 0; i < rounds; ++i) bytes = sextant::pdf::render(document, options, workspace);
  const double used = (cpu_ms() - cpu) / rounds;
  const double wall =
      std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - clock).count() / rounds;
  std::printf("%-28s %7.2f ms CPU %7.2f ms wall %4d pages %8zu bytes\n", name, used, wall, workspace.pages(),
              bytes.size());
}

}  // namespace

int main(int argc, char** argv) {
  using namespace sextant;
  const bool compared = argc > 2 && std::string(argv[1]) == "--content";
  const int rounds = argc > 1 && !compared ? std::max(1, std::atoi(argv[1])) : 200;
  const document::Document english = sample::report("en");
  const document::Document french = sample::report("fr");
  const document::Document arabic = sample::arabic_report();
  pdf::Workspace workspace;

  const double cold = cpu_ms();
  const std::string first = pdf::render(english, {}, workspace);
  std::printf("%-28s %7.2f ms CPU %15s %4d pages %8zu bytes\n", "English, first of process", cpu_ms() - cold,
              "", workspace.pages(), first.size());

  pdf::Options options;
  measure("English, warm", english, options, workspace, rounds);
  measure("French, warm", french, options, workspace, rounds);
  measure("Arabic, warm", arabic, options, workspace, rounds);
  options.compression = 4;
  measure("English, deflate 4", english, options, workspace, rounds);
  options.compression = 1;
  measure("English, deflate 1", english, options, workspace, rounds);
  options.compression = 0;
  measure("English, no deflate (floor)", english, options, workspace, rounds);
  options.compression = 6;
  const document::Document common = bench::common_content(english);
  measure("common content, warm", common, options, workspace, rounds);
  for (const int pages : {10, 100, 500}) {
    const std::string name = "table of " + std::to_string(pages) + " pages";
    measure(name.c_str(), bench::long_table(pages), options, workspace, std::max(2, 400 / pages));
  }
  if (!compared) return 0;
  std::ofstream file(argv[2], std::ios::binary);
  file << bench::as_json(common);
  return file.good() ? 0 : 1;
}
