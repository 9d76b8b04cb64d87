#!/bin/sh
# Every command that README.md shows must work when pasted.
# usage: check.sh BINARY
# A ```sh block below a line `<!-- run -->` is run, all of them in order and in one scratch folder that looks like the
# repository after `./dev demo`: questionnaires/ and build/sextant. A ```sh block without that line may hold only `./dev`
# commands, which are not run here (tests/dev and the demo see to them).
set -eu
binary=$(readlink -f -- "$1")
repository=$(cd -- "$(dirname -- "$0")/../.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/build" "$scratch/home"
ln -s "$binary" "$scratch/build/sextant"
cp -R "$repository/questionnaires" "$scratch/questionnaires"

awk -v scratch="$scratch" '
  /^```sh$/        { inside = 1; run = (before == "<!-- run -->"); if (run) blocks++; next }
  /^```/           { inside = 0 }
  inside && run    { print > (scratch "/block-" blocks ".sh") }
  inside && !run && !/^(\.\/dev( |$)|#|$)/ { printf "README.md:%d: not run by any test: %s\n", NR, $0; faults++ }
  { before = $0 }
  END {
    if (!blocks) { print "README.md has no block that can be run"; faults++ }
    exit faults > 0
  }' "$repository/README.md"

cd "$scratch"
export LC_ALL=C.UTF-8 HOME="$scratch/home" SEXTANT_QUESTIONNAIRES="$scratch/questionnaires"
for block in block-*.sh; do
  if sh -eu "./$block" >"$block.out" 2>&1 </dev/null; then
    echo "$block: fine"
  else
    printf '%s failed:\n' "$block"
    cat "$block" "$block.out"
    exit 1
  fi
done
for made in workshop/MAR/2025-1.yaml brisomar.pdf brisomare.pdf brisomar.json countries.csv; do
  [ -s "$made" ] || { echo "$made was not made"; exit 1; }
done

# What the text promises of the file and the picture beside it.
lines=$(wc -l <"$repository/README.md")
[ "$lines" -lt 150 ] || { echo "README.md has $lines lines; the limit is 150"; exit 1; }
grep -o '](docs/[^)#]*\|](questionnaires/[^)#]*\|]([A-Z]*\.md\|](LICENSE' "$repository/README.md" | cut -c3- | sort -u |
  while IFS= read -r target; do
    [ -e "$repository/$target" ] || { echo "README.md links to $target, which is not there"; exit 1; }
  done
