#!/bin/sh
# The whole files that docs/questionnaire-format.md shows load cleanly: its ```yaml blocks that begin with `sextant:`.
# Texts that the example leaves untranslated are the only warnings allowed (Q0404, Q0405).
# usage: check.sh BINARY
set -eu
binary=$(readlink -f -- "$1")
repository=$(cd -- "$(dirname -- "$0")/../.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export LC_ALL=C.UTF-8
cd "$scratch"
mkdir lang
awk '
  /^```yaml$/ { first = 1; next }
  /^```/      { file = ""; first = 0 }
  first       { first = 0
                if ($0 ~ /^sextant: instrument\//) file = "instrument.yaml"
                else if ($0 ~ /^sextant: translation\//) file = "lang/fr.yaml"
                else if ($0 ~ /^sextant: /) { file = $2; sub(/\/.*/, ".yaml", file) } }
  file != ""  { print > file }' "$repository/docs/questionnaire-format.md"

for file in instrument.yaml lang/fr.yaml answers.yaml; do
  [ -s "$file" ] || { echo "docs/questionnaire-format.md shows no $file"; exit 1; }
done
failed=0
for file in *.yaml lang/*.yaml; do
  code=0
  "$binary" check --strict "$file" >out 2>messages || code=$?
  grep -E '(error|warning) Q' messages | grep -vE 'warning Q040[45]' >wrong || true
  if [ $code != 0 ] || [ -s wrong ]; then
    echo "$file of docs/questionnaire-format.md:"
    cat messages out
    failed=1
  fi
done
# What the page says of the example: both pillars answered, one question of three unknown.
"$binary" score answers.yaml --lang en >scores || failed=1
grep -q 'Electricity .*50%  provisional' scores || { cat scores; failed=1; }
"$binary" report answers.yaml -o report.pdf >out || failed=1
[ $failed = 0 ] && echo "the examples of docs/questionnaire-format.md load cleanly"
exit $failed
