#!/bin/sh
# Plants one fault after the other in a small tree and sees that check.sh names it.
set -eu
here=$(cd -- "$(dirname -- "$0")" && pwd)
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
failed=0

fresh() {
  rm -rf "${tree:?}"/*
  mkdir -p "$tree/engine/syntax" "$tree/reports/pdf" "$tree/cli" "$tree/tests/unit"
  printf '#pragma once\n#include <string>\n#include <fmt/format.h>\n' >"$tree/engine/level.hpp"
  printf '#include <yaml.h>\n\n#include "engine/level.hpp"\n' >"$tree/engine/syntax/read_yaml.cpp"
  printf '#pragma once\n#include <hpdf.h>\n#include "engine/level.hpp"\n' >"$tree/reports/pdf/page.hpp"
  printf '#include <CLI/CLI.hpp>\n#include <fstream>\n#include "reports/pdf/page.hpp"\n' >"$tree/cli/app.cpp"
  printf '#include <doctest/doctest.h>\n#include "engine/level.hpp"\n' >"$tree/tests/unit/level.cpp"
}

# refuses FILE LINE EXPECTED: with LINE added to FILE, the check fails and prints EXPECTED.
refuses() {
  fresh
  printf '%s\n' "$2" >>"$tree/$1"
  if output=$(sh "$here/check.sh" "$tree"); then
    echo "NOT REFUSED: $2 in $1"
    failed=1
  elif ! printf '%s\n' "$output" | grep -qF -- "$3"; then
    printf 'WRONG MESSAGE for %s in %s, without "%s":\n%s\n' "$2" "$1" "$3" "$output"
    failed=1
  fi
}

fresh
sh "$here/check.sh" "$tree" >/dev/null || { echo "a clean tree was refused"; sh "$here/check.sh" "$tree" || failed=1; }

refuses engine/level.hpp '#include "reports/pdf/page.hpp"' 'engine/level.hpp:4: engine may not see reports/pdf/page.hpp'
refuses engine/level.hpp '#  include "cli/app.hpp"' 'engine may not see cli/app.hpp'
refuses reports/pdf/page.hpp '#include "cli/app.cpp"' 'reports may not see cli/app.cpp'
refuses engine/level.hpp '#include <yaml.h>' '<yaml.h> may be included only in engine/syntax/read_yaml.cpp'
refuses cli/app.cpp '#include <nlohmann/json.hpp>' 'only in engine/syntax/read_json.cpp reports/json/'
refuses cli/app.cpp '#include <hpdf.h>' '<hpdf.h> may be included only in reports/pdf/'
refuses cli/app.cpp '#include <hb-subset.h>' 'only in reports/pdf/'
refuses reports/pdf/page.hpp '#include <CLI/CLI.hpp>' 'only in cli/'
refuses cli/app.cpp '#include <curl/curl.h>' '<curl/curl.h> is in no line of tests/layers/wrappers.txt'
for header in fstream iostream filesystem chrono ctime random locale cstdlib time.h; do
  refuses engine/level.hpp "#include <$header>" "no files, streams, clock, locale, environment or chance: <$header>"
done
refuses engine/level.hpp 'auto home = std::getenv("HOME");' 'reads no environment'
refuses cli/app.cpp '#include "app.hpp"' 'rooted at the repository: "app.hpp"'
refuses reports/pdf/page.hpp '#include "../../engine/level.hpp"' 'rooted at the repository'
refuses engine/bare.hpp '#include <string>' 'engine/bare.hpp:1: a header begins with #pragma once'
refuses cli/long.cpp "$(awk 'BEGIN { for (i = 0; i < 451; i++) print "//" }')" 'has 451 lines, over 450'

[ $failed = 0 ] && echo "every planted fault was named"
exit $failed
