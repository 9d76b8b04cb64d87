#!/bin/sh
# Exports the French of the six pillars, imports it into a copy, and compares: every text is the same, a second import
# changes no byte, and the copy passes the strictest check.
# usage: round_trip.sh BINARY
set -eu
binary=$(readlink -f -- "$1")
repository=$(cd -- "$(dirname -- "$0")/../.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export LC_ALL=C.UTF-8
cp -R "$repository/questionnaires/six-pillars" "$scratch/old"
cp -R "$repository/questionnaires/six-pillars" "$scratch/new"
cd "$scratch"
failed=0
complain() { printf '%s\n' "$*"; failed=1; }

"$binary" i18n export old --lang fr -o old.po >messages || complain "the export failed"
"$binary" i18n import new old.po >tally 2>messages || { complain "the import failed"; cat messages; }
[ ! -s messages ] || { complain "an export that comes back brings complaints"; head -n 20 messages; }
grep -q 'changed: 0$' tally || complain "texts changed: $(cat tally)"

# The texts as the loader has them, one entry each: the export names every text with its translation.
"$binary" i18n export new --lang fr -o new.po >messages || complain "the second export failed"
cmp old.po new.po || complain "the texts are not the same"
count=$(grep -c '^msgctxt ' old.po)
[ "$count" -gt 1500 ] || complain "only $count texts were compared"
before=$("$binary" i18n status old --json | grep -o '"texts":[0-9]*,"translated":[0-9]*')
after=$("$binary" i18n status new --json | grep -o '"texts":[0-9]*,"translated":[0-9]*')
[ "$before" = "$after" ] || complain "$before became $after"

# A blank answers file holds every text of the questions as a comment, in French.
for copy in old new; do "$binary" new -q $copy/instrument.yaml --unit X --lang fr -o $copy.yaml >messages; done
sed 's/old/new/' old.yaml | cmp - new.yaml || complain "the questions are not the same"

cp new/lang/fr.yaml once.yaml
"$binary" i18n import new old.po >messages || complain "the second import failed"
cmp once.yaml new/lang/fr.yaml || complain "the second import changed the file"
"$binary" check --strict --strict-i18n new >messages 2>&1 || { complain "the copy does not pass its check"; cat messages; }
"$binary" i18n status new --strict >messages || complain "the status is not clean"
[ $failed = 0 ] && echo "$count texts went out and came back"
exit $failed
