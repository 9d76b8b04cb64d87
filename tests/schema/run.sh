#!/bin/sh
# run.sh SEXTANT ROOT: compares the schemas with the loader; skips without python3.
command -v python3 >/dev/null 2>&1 || {
  echo "SKIP: python3 is not there"
  exit 77
}
exec python3 -B "$(dirname "$0")/check_agreement.py" "$1" "$2"
