#!/bin/sh
# run.sh SEXTANT REPOSITORY: adds up what `sextant explain` prints; skips without python3.
command -v python3 >/dev/null 2>&1 || {
  echo "SKIP: python3 is not there"
  exit 77
}
exec python3 -B "$(dirname "$0")/readd.py" "$1" "$2"
