#!/bin/sh
# Reports and briefs of the sample workshop, of the Arabic sample and of the difficult files in answers/, in each language of theirs.
# make_reports.sh SEXTANT ROOT OUT
set -eu
program=$1 root=$2 out=$3
rm -rf "$out"
mkdir -p "$out"
for answers in "$root"/questionnaires/sample/*/*.yaml "$root"/tests/pdf/answers/*.yaml; do
  name=$(basename "$(dirname "$answers")")-$(basename "$answers" .yaml)
  "$program" report "$answers" --lang en,fr -o "$out/$name.pdf"
  "$program" report "$answers" --kind brief --lang en,fr -o "$out/$name-brief.pdf"
done
"$program" report "$root"/questionnaires/connectivity-ar/sample/XLU.yaml -o "$out/XLU.ar.pdf"
"$program" report "$root"/questionnaires/connectivity-ar/sample/XLU.yaml --kind brief -o "$out/XLU-brief.ar.pdf"
