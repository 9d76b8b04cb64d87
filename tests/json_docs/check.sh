#!/bin/sh
# Every key of `score --json`, `explain --json`, `compare --json`, `i18n status --json`, `agreement --json`, `merge --json`, `rounds --json`,
# `status --json`, `feedback --json`,
# `robustness --json`, `check --against --json`, `verify --json` and every column of `compare --csv` is described in docs/json.md, in the
# section of its command, and nothing is described there that does not occur.
# usage: check.sh BINARY
set -eu
binary=$(readlink -f -- "$1")
repository=$(cd -- "$(dirname -- "$0")/../.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export LC_ALL=C.UTF-8 SEXTANT_QUESTIONNAIRES="$repository/questionnaires"
cp -R "$repository/tests/cases/with/mini/." "$repository/tests/cases/with/workshop/." "$scratch"
cd "$scratch"
mkdir limits
cp -R "$repository/tests/cases/with/limits/." limits
"$binary" score workshop/*/*.yaml limits/[A-Z]*.yaml --json >score.json 2>messages
"$binary" explain limits/ATL.yaml overall inclusion --json >explain.json 2>messages
"$binary" explain limits/LEM.yaml --json >>explain.json 2>messages
mkdir lookup
cat >lookup/instrument.yaml <<'END'
sextant: instrument/1
id: lookup
version: "1"
title: Lookup
language: en
scales:
  - {id: three, levels: [{id: low, value: 0, name: Low}, {id: mid, value: 1, name: Middle}, {id: high, value: 2, name: High}]}
nodes:
  - id: pair
    kind: pillar
    title: Pair
    combine: {rule: lookup, table: [{of: [low, mid], is: mid}, {counts: [{level: low, at_least: 1}], is: low}, {counts: [], is: high}]}
    questions:
      - {id: first, text: First, levels: {low: a, mid: b, high: c}}
      - {id: second, text: Second, levels: {low: a, mid: b, high: c}}
END
cat >lookup/answers.yaml <<'END'
sextant: answers/1
instrument: {id: lookup, version: "1", file: instrument.yaml}
unit: {id: ATL}
answers: {first: low, second: mid}
END
"$binary" explain lookup/answers.yaml --json >>explain.json 2>messages
set -- workshop/*/*.yaml
cat >respondent.yaml <<'END'
sextant: answers/1
instrument: {id: mini, version: "1.0", file: instrument.yaml}
unit: {id: ATL}
respondents: [{id: teacher, group: teachers}]
answers: {power.coverage: 1}
END
cp "$repository"/tests/cases/agreement_en/*.yaml .
"$binary" agreement ministry.yaml teachers.yaml respondent.yaml -q instrument.yaml --json >agreement.json 2>messages
"$binary" merge ministry.yaml teachers.yaml respondent.yaml -o together.yaml >messages 2>&1
sed 's/coverage: 1/coverage: 2/' respondent.yaml >corrected.yaml
"$binary" merge ministry.yaml teachers.yaml corrected.yaml -o together.yaml --keep-groups --json >merge.json 2>messages
"$binary" robustness "$@" -q instrument.yaml --runs 20 --json >robustness.json 2>messages
"$binary" check "$1" --against instrument.yaml --json >upgrade.json 2>messages
"$binary" compare workshop --json >compare.json 2>messages
"$binary" compare workshop/*/*.yaml --json >>compare.json 2>messages
cp -R lang lang.whole
sed -i '/^  in-practice:/d; s/^  power: {/  power: {source: 00000000, /' lang/fr.yaml
"$binary" i18n status instrument.yaml --json >i18n.json 2>messages
rm -r lang && mv lang.whole lang
echo version >version
"$binary" compare workshop --csv >csv 2>messages

# Keys that are ids or languages are no part of the schema.
{
  printf '%s\n' overall en fr
  grep -oh '[ {-]id: *[^,}]*' instrument.yaml limits/instrument.yaml "$repository/tests/cases/with/branches/branches.yaml" | sed 's/.*id: *//'
} | sort -u >ids
keys() { grep -o '"[^"]*":' "$1" | tr -d '":' | sort -u | grep -vxF -f ids; }
# described FROM TO: the names in the first cells of the tables between two headings.
described() { sed -n "/^## .*$1/,/^## .*$2/s/^| \`\([^\`]*\)\` |.*/\1/p" "$repository/docs/json.md" | sort -u; }

failed=0
# compare_lists WHAT OCCURS DESCRIBED
compare_lists() {
  comm -23 "$2" "$3" | sed "s|.*|$1: \"&\" is not described in docs/json.md|" >faults
  comm -13 "$2" "$3" | sed "s|.*|$1: \"&\" is described in docs/json.md and does not occur|" >>faults
  [ -s "$2" ] || echo "$1: there is no output" >>faults
  [ ! -s faults ] || { cat faults; failed=1; }
}
keys score.json >score.keys
described 'sextant.score.1' 'sextant.compare.1' >score.described
compare_lists 'score --json' score.keys score.described
keys explain.json >explain.keys
described 'sextant.explain.1' 'sextant.agreement.1' >explain.own
grep -qx limits explain.own || { echo 'explain --json: "limits" is not described'; failed=1; }
# What holds a level down is described with the scores.
described 'sextant.score.1' 'sextant.compare.1' | grep -x -e cap -e at >explain.limits
# Versions are described once, with the scores; so is what they belong to.
sort -u explain.own explain.limits >explain.described
echo version >>explain.described && sort -u -o explain.described explain.described
compare_lists 'explain --json' explain.keys explain.described
# The comparison repeats a part of the scores; kinds of caution are values there.
keys compare.json >compare.keys
described 'sextant.compare.1' 'sextant.explain.1' >compare.own
sort -u score.described compare.own >both
comm -23 compare.keys both | sed 's/.*/compare --json: "&" is not described in docs\/json.md/' >faults
[ ! -s faults ] || { cat faults; failed=1; }
grep -o '"kind":"[a-z]*_[a-z]*"' compare.json | cut -d'"' -f4 | sort -u | comm -23 - compare.own |
  sed 's/.*/the caution "&" is not described in docs\/json.md/' >faults
[ ! -s faults ] || { cat faults; failed=1; }
for key in schema instrument order columns units cautions; do
  grep -qx "$key" compare.own || { echo "compare --json: \"$key\" is not described in its section"; failed=1; }
done
# Levels and groups of respondents are no part of the schema either.
for schema in agreement merge robustness upgrade; do
  keys "$schema.json" | grep -vxF -e version -e id -e teachers -e ministry -e nascent -e emerging -e established -e advanced >"$schema.keys"
  sed -n "/^## .*sextant.$schema.1/,/^## /{/^## .*sextant.$schema.1/d;s/^| \`\([^\`]*\)\` |.*/\1/p}" "$repository/docs/json.md" |
    grep -vxF -e version -e id | sort -u >"$schema.described"
  compare_lists "$schema" "$schema.keys" "$schema.described"
done
keys i18n.json >i18n.keys
printf 'id\nversion\n' | sort - i18n.keys | uniq >i18n.all
described 'sextant.i18n.1' 'The CSV' | sort - version | uniq >i18n.described
compare_lists 'i18n status --json' i18n.all i18n.described
head -n 1 csv | tr ',' '\n' | sort -u >csv.columns
described 'The CSV' 'sextant.notes.1' >csv.described
compare_lists 'compare --csv' csv.columns csv.described

mkdir lists
for round in 1 2; do
  printf '%s\n' 'sextant: answers/1' 'instrument: {id: mini, version: "1.0", file: instrument.yaml}' 'unit: {id: ATL}' \
    "round: {id: r$round, date: 2025-03-0$round}" 'respondents: [{id: x}]' 'feedback: {questions: Fine.}' \
    "answers: {power.coverage: {value: $round, because: Seen., feedback: Clear.}, power.reliability: dont_know}" >"round$round.yaml"
done
"$binary" rounds round1.yaml round2.yaml --json >lists/rounds 2>messages
"$binary" status round1.yaml --json >lists/status 2>messages
"$binary" status "$repository/tests/cases/status_partly_json/ATL" -q "$repository/tests/cases/with/branches/branches.yaml" --json >>lists/status
"$binary" feedback round1.yaml --json >lists/feedback 2>messages
# What `rounds`, `status`, `feedback` and `learn` print; a first cell may hold several names there.
cp -R "$repository/tests/cases/with/course/." .
"$binary" learn -q . --json >lists/notes
"$binary" learn --for ATL.yaml --json >lists/agenda
"$binary" learn --glossary -q . --json >lists/glossary
for schema in notes agenda glossary rounds status feedback; do
  keys "lists/$schema" >"$schema.keys"
  sed -n "/^## .*sextant.$schema.1/,/^## /{/^## .*sextant.$schema.1/d;s/^| \(\`[^|]*\`\) |.*/\1/p}" "$repository/docs/json.md" |
    tr -d '`' | tr ',' '\n' | tr -d ' ' >"$schema.own"
  printf '%s\n' id version title | cat - "$schema.own" | sort -u >"$schema.described"
  printf '%s\n' id version title | cat - "$schema.keys" | sort -u >"$schema.all"
  compare_lists "$schema" "$schema.all" "$schema.described"
done

"$binary" report ATL.yaml -q . --lang en -o page.md >messages
"$binary" verify page.md --answers ATL.yaml -q . --json >verify.json
echo changed >>page.md
"$binary" verify page.md --answers ATL.yaml -q . --json >>verify.json || [ $? = 1 ]
keys verify.json >verify.keys
sed -n "/^## .*sextant.verify.1/,/^## /{/^## .*sextant.verify.1/d;s/^| \`\([^\`]*\)\` |.*/\1/p}" "$repository/docs/json.md" |
  sort -u >verify.described
compare_lists 'verify --json' verify.keys verify.described
[ $failed = 0 ] && echo "$(wc -l <score.keys) keys and $(wc -l <csv.columns) columns are described"
exit $failed
