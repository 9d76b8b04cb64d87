#!/bin/sh
# Runs one CLI case in a scratch copy of its folder and compares what came out with what was expected.
# usage: run_case.sh BINARY CASE_DIR
#   cmd            one shell line; `sextant` stands for the binary
#   expected.out, expected.err, expected.exit    nothing and 0 where absent
#   expected/      the files that the command must leave, at their paths; others are not looked at
#   with           names of folders in tests/cases/with/, one a line: what they hold is put beside the case's own files
#   why.txt        how the expected numbers were worked by hand; for readers
#   needs          paths from the repository's top, one a line; the case is skipped where one is absent
# With SEXTANT_ACCEPT=1 the expected files are rewritten from what came out; read the diff before committing.
set -eu
binary=$(readlink -f -- "$1")
dir=$(cd -- "$2" && pwd)
repository=$(cd -- "$(dirname -- "$0")/../.." && pwd)
name=$(basename "$dir")

if [ -f "$dir/needs" ]; then
  while IFS= read -r path; do
    if [ -n "$path" ] && [ ! -e "$repository/$path" ]; then
      echo "SKIP: $path is absent"
      exit 77
    fi
  done <"$dir/needs"
fi

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
work=$scratch/work
mkdir "$scratch/bin" "$scratch/home"
ln -s "$binary" "$scratch/bin/sextant"
mkdir "$work"
if [ -f "$dir/with" ]; then
  while IFS= read -r folder; do
    [ -z "$folder" ] || cp -R "$repository/tests/cases/with/$folder/." "$work"
  done <"$dir/with"
fi
cp -R "$dir/." "$work"
rm -rf "$work/cmd" "$work/with" "$work/needs" "$work/why.txt" "$work"/expected*

code=0
(
  cd "$work"
  export LC_ALL=C.UTF-8 LANG=C.UTF-8 NO_COLOR=1 TZ=UTC HOME="$scratch/home" PATH="$scratch/bin:$PATH"
  export SEXTANT_QUESTIONNAIRES="$repository/questionnaires"
  unset LANGUAGE COLUMNS LINES CDPATH
  sh "$dir/cmd"
) >"$scratch/out" 2>"$scratch/err" </dev/null || code=$?

failed=0
complain() {
  printf '%s: %s\n' "$name" "$1"
  failed=1
}
if grep -qF -e "$scratch" -e "$repository/" "$scratch/out" "$scratch/err"; then
  complain "the output names a path of this machine; use relative paths in cmd"
  grep -nF -e "$scratch" -e "$repository/" "$scratch/out" "$scratch/err" || true
fi

if [ "${SEXTANT_ACCEPT:-}" = 1 ] && [ $failed = 0 ]; then
  rm -f "$dir/expected.out" "$dir/expected.err" "$dir/expected.exit"
  [ ! -s "$scratch/out" ] || cp "$scratch/out" "$dir/expected.out"
  [ ! -s "$scratch/err" ] || cp "$scratch/err" "$dir/expected.err"
  [ $code = 0 ] || echo $code >"$dir/expected.exit"
  if [ -d "$dir/expected" ]; then
    (cd "$dir/expected" && find . -type f) | while IFS= read -r file; do
      if [ -f "$work/$file" ]; then cp "$work/$file" "$dir/expected/$file"; else rm "$dir/expected/$file"; fi
    done
  fi
  echo "$name: accepted"
  exit 0
fi

# compare WHAT EXPECTED GOT
compare() {
  cmp -s "$2" "$3" && return 0
  complain "$1 differs (- expected, + got)"
  diff -u --label expected --label got "$2" "$3" || true
}
for stream in out err; do
  expected=$dir/expected.$stream
  [ -f "$expected" ] || expected=/dev/null
  compare "std$stream" "$expected" "$scratch/$stream"
done
expected=0
[ ! -f "$dir/expected.exit" ] || expected=$(cat "$dir/expected.exit")
[ "$code" = "$expected" ] || complain "exit code $code instead of $expected"
if [ -d "$dir/expected" ]; then
  find "$dir/expected" -type f | sort >"$scratch/list"
  while IFS= read -r file; do
    path=${file#"$dir/expected/"}
    if [ -f "$work/$path" ]; then compare "$path" "$file" "$work/$path"; else complain "$path was not written"; fi
  done <"$scratch/list"
fi
exit $failed
