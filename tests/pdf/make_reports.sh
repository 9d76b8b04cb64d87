#!/bin/sh
# Paper questionnaires, and reports, briefs, plans and posters of the sample workshop, its group report, of the Arabic sample and of the
# difficult files in answers/, in each language of theirs.
# make_reports.sh SEXTANT ROOT OUT
set -eu
program=$1 root=$2 out=$3
rm -rf "$out"
mkdir -p "$out/paper"
for answers in "$root"/questionnaires/sample/*/*.yaml "$root"/tests/pdf/answers/*.yaml; do
  name=$(basename "$(dirname "$answers")")-$(basename "$answers" .yaml)
  "$program" report "$answers" --lang en,fr -o "$out/$name.pdf"
  "$program" report "$answers" --kind brief --lang en,fr -o "$out/$name-brief.pdf"
done
# Plans and posters: a country's own plan, one that is proposed for a single pillar, none at all, sixty actions.
for name in questionnaires/sample/XBM/2025-2 questionnaires/sample/QOR/2025-1 tests/pdf/answers/at-the-top \
    tests/pdf/answers/sixty-actions tests/pdf/answers/long-names; do
  unit=$(basename "$(dirname "$name")")-$(basename "$name")
  "$program" report "$root/$name.yaml" --kind plan --lang en,fr -o "$out/$unit-plan.pdf"
  "$program" report "$root/$name.yaml" --kind poster --lang en,fr -o "$out/$unit-poster.pdf"
done
"$program" report "$root"/questionnaires/connectivity-ar/sample/XLU.yaml -o "$out/XLU.ar.pdf"
"$program" report "$root"/questionnaires/connectivity-ar/sample/XLU.yaml --kind brief -o "$out/XLU-brief.ar.pdf"
# The paper questionnaire: a whole edition, one pillar, two languages side by side, every type of question.
"$program" paper "$root"/questionnaires/six-pillars --edition workshop -o "$out/paper/workshop.en.pdf"
"$program" paper "$root"/questionnaires/six-pillars --pillar capacity --lang fr -o "$out/paper/capacity.fr.pdf"
"$program" paper "$root"/questionnaires/six-pillars --edition lens-ai-and-green --lang fr,en --paper letter -o "$out/paper/lens.fr.pdf"
"$program" paper "$root"/tests/cases/with/branches/branches.yaml -o "$out/paper/branches.en.pdf"
"$program" compare "$root"/questionnaires/sample -o "$out/group.pdf" --lang en,fr
