#!/bin/sh
# Two runs, one thread and two, another folder, another day, zone, locale and user: equal bytes.
# run.sh SEXTANT ROOT
set -eu
program=$1 root=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The kinds and formats are those that the program names, so that a new one is checked from its first day.
words() { "$program" "$1" --help --lang en | sed -n "s/.*\[$2 \([a-z|,]*\)\].*/\1/p" | tr '|,' '  ' | head -n 1; }
formats=$(words batch --format)
kinds=$(words batch --kind)
if [ -z "$formats" ] || [ -z "$kinds" ]; then
  echo "the help of batch names no kinds or no formats"
  exit 1
fi
echo "kinds: $kinds; formats: $formats"

here=$work/here there=$work/a/folder/elsewhere
mkdir -p "$here" "$there"
for unit in ZZF QOR; do
  cp -r "$root/questionnaires/sample/$unit" "$here"
  cp -r "$root/questionnaires/sample/$unit" "$there"
done

# batch OUT FOLDER JOBS [ENVIRONMENT...]: every report of a folder, from within that folder.
batch() {
  out=$1 from=$2 jobs=$3
  shift 3
  (cd "$from" && env "$@" "$program" batch . -o "$out" --jobs "$jobs" --lang en,fr \
    --format "$(echo "$formats" | tr ' ' ',')" --kind "$(echo "$kinds" | tr ' ' ',')" >/dev/null)
}
batch "$work/first" "$here" 1 TZ=UTC
batch "$work/again" "$here" 1 TZ=UTC
batch "$work/threads" "$here" 2 TZ=UTC
touch -d 2031-02-03 "$there"/*/*.yaml
batch "$work/elsewhere" "$there" 2 TZ=Pacific/Kiritimati LC_ALL=fr_FR.UTF-8 LANG=fr_FR.UTF-8 USER=other HOME="$work"

count=$(find "$work/first" -type f | wc -l)
[ "$count" -ge 8 ] || { echo "only $count files were made"; exit 1; }
for other in again threads elsewhere; do
  diff -rq "$work/first" "$work/$other" || { echo "$other: the bytes differ"; exit 1; }
done

# One report on its own is that of the batch: what a workspace remembers of other documents never shows.
for kind in $kinds; do
  for format in $formats; do
    [ "$format" != json ] || continue
    "$program" report "$here/QOR/2025-1.yaml" --kind "$kind" --format "$format" --lang fr -o "$work/alone" >/dev/null
    same=
    for file in "$work/first"/QOR-2025-1*.fr."$format"; do
      if cmp -s "$work/alone" "$file"; then same=yes; fi
    done
    [ -n "$same" ] || { echo "$kind as $format: alone, the report has other bytes"; exit 1; }
  done
done

# The proof that this can fail: another answer gives other bytes in that unit's report and numbers, and in no other's.
sed -i 's/value: 2$/value: 1/' "$here/QOR/2025-1.yaml"
batch "$work/changed" "$here" 1 TZ=UTC
for file in "$work"/first/QOR-2025-1.*; do
  if cmp -s "$file" "$work/changed/$(basename "$file")"; then echo "$file does not show a changed answer"; exit 1; fi
done
for file in "$work"/first/ZZF*; do
  cmp -s "$file" "$work/changed/$(basename "$file")" || { echo "$file depends on another unit"; exit 1; }
done
echo "$count files, equal each time"
