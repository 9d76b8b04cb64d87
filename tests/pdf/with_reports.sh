#!/bin/sh
# Runs a check on the reports of a folder whose names begin with one of some words, on all of them without any.
# with_reports.sh FOLDER "WORD;WORD" COMMAND...
folder=$1 words=$(echo "$2" | tr ';' ' ')
shift 2
for word in ${words:-""}; do
  for file in "$folder"/"$word"*.pdf; do set -- "$@" "$file"; done
done
[ -n "$words" ] || for file in "$folder"/*.pdf; do set -- "$@" "$file"; done
exec "$@"
