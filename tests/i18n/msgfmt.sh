#!/bin/sh
# gettext's own programs judge the PO files that are written, and what they make of them is read as the same.
# usage: msgfmt.sh BINARY
set -eu
for program in msgfmt msgcat msgattrib; do
  command -v $program >/dev/null || { echo "SKIP: $program of the package gettext is absent"; exit 77; }
done
binary=$(readlink -f -- "$1")
repository=$(cd -- "$(dirname -- "$0")/../.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export LC_ALL=C.UTF-8 LANGUAGE=
cp -R "$repository/questionnaires/six-pillars" "$scratch/copy"
cp -R "$repository/tests/cases/with/mini" "$scratch/mini"
cd "$scratch"
failed=0
complain() { printf '%s\n' "$*"; failed=1; }

# judge FILE: warnings about the names and dates that the header leaves out are no fault.
judge() {
  msgfmt --check --statistics -o "$1.mo" "$1" 2>"$1.said" || { complain "msgfmt refuses $1"; cat "$1.said"; }
  grep -v "warning: header field '\(PO-Revision-Date\|Last-Translator\|Language-Team\)' missing" "$1.said" |
    grep ':' >"$1.faults" || true
  [ ! -s "$1.faults" ] || { complain "msgfmt complains of $1"; cat "$1.faults"; }
}

sed -i 's/^  power: {/  power: {source: 00000000, /' mini/lang/fr.yaml
"$binary" i18n export copy --lang fr -o fr.po >messages
"$binary" i18n export copy --lang pt-BR -o new.po >messages
"$binary" i18n export mini --lang fr -o stale.po >messages
for file in fr.po new.po stale.po; do judge $file; done
grep -q '1 fuzzy' stale.po.said || complain "msgfmt counts other fuzzy entries: $(tail -n 1 stale.po.said)"

# What gettext makes of a file, in its own layout and in others, gives the same translation.
"$binary" i18n import copy fr.po -o straight.yaml >messages
msgcat fr.po >wrapped.po
msgcat --no-wrap --sort-output fr.po >sorted.po
msgattrib --no-obsolete --width=40 fr.po >narrow.po
sed 's/$/\r/' fr.po >crlf.po
for file in wrapped sorted narrow crlf; do
  "$binary" i18n import copy $file.po -o $file.yaml >messages 2>&1 || { complain "$file.po was refused"; cat messages; }
  cmp straight.yaml $file.yaml || complain "$file.po gives another translation"
done
[ $failed = 0 ] && echo "msgfmt and msgcat agree: $(tail -n 1 fr.po.said)"
exit $failed
