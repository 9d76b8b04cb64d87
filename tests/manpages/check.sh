#!/bin/sh
# Every command has a manual page and a test case; pages have the fixed sections in order, and name the same options as
# the help does.
# usage: check.sh BINARY
set -eu
binary=$(readlink -f -- "$1")
repository=$(cd -- "$(dirname -- "$0")/../.." && pwd)
pages=$repository/docs/commands
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export LC_ALL=C.UTF-8
failed=0
complain() { printf '%s\n' "$*"; failed=1; }

# page NAME: the page itself.
page() {
  file=$pages/$1.md
  printf '%s\n' NAME SYNOPSIS DESCRIPTION OPTIONS EXAMPLES 'EXIT STATUS' 'SEE ALSO' >"$scratch/sections"
  sed -n 's/^# //p' "$file" >"$scratch/found"
  cmp -s "$scratch/sections" "$scratch/found" || complain "$1.md: the sections are not NAME ... SEE ALSO, in order"
  title="% $(printf '%s' "$1" | tr '[:lower:]' '[:upper:]')(1) Sextant | Sextant manual"
  [ "$(head -n 1 "$file")" = "$title" ] || complain "$1.md: the first line is not: $title"
  grep -q "^$1 - " "$file" || complain "$1.md: NAME does not say \"$1 - ...\""
  if command -v pandoc >/dev/null; then
    pandoc --from markdown-smart --standalone --to man --output "$scratch/page" "$file" 2>"$scratch/warnings" || true
    if [ ! -s "$scratch/page" ] || [ -s "$scratch/warnings" ]; then
      complain "$1.md: pandoc: $(cat "$scratch/warnings")"
    fi
  fi
}

"$binary" --help --lang en | sed -n '/^Commands$/,/^$/s/^  \([a-z0-9-]*\) .*/\1/p' >"$scratch/verbs"
[ -s "$scratch/verbs" ] || complain "sextant --help lists no commands"
page sextant
while IFS= read -r verb; do
  [ -f "$pages/sextant-$verb.md" ] || { complain "docs/commands/sextant-$verb.md is missing"; continue; }
  page "sextant-$verb"
  grep -qF "sextant-$verb**(1)" "$pages/sextant.md" || complain "sextant.md does not name sextant-$verb(1)"
  ls -d "$repository/tests/cases/${verb}"_*/ >/dev/null 2>&1 || complain "tests/cases/${verb}_* is missing"
  # An option is a word of one or two hyphens at the start of a line, or after a comma there.
  "$binary" "$verb" --help --lang en | sed -n '/^Options$/,$s/^  \(-[^ ,]*\(, --[^ ]*\)\{0,1\}\).*/\1/p' | tr -d ',' |
    tr ' ' '\n' | sort >"$scratch/help"
  # shellcheck disable=SC2016  # the backticks are Markdown's
  sed -n '/^# OPTIONS$/,/^# EXAMPLES$/p' "$pages/sextant-$verb.md" | grep '^`-' | grep -o '`-[^`]*`' | tr -d '`' |
    sort >"$scratch/options"
  [ -s "$scratch/help" ] || complain "sextant $verb --help lists no options"
  diff -u --label help --label "sextant-$verb.md" "$scratch/help" "$scratch/options" ||
    complain "sextant-$verb.md: other options than in the help"
done <"$scratch/verbs"
for file in "$pages"/sextant-*.md; do
  verb=$(basename "$file" .md | cut -c9-)
  grep -qxF -e "$verb" "$scratch/verbs" || complain "$(basename "$file"): there is no command \"$verb\""
done
[ $failed = 0 ] && echo "$(wc -l <"$scratch/verbs") commands have their pages and cases"
exit $failed
