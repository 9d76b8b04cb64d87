#!/bin/sh
# run.sh QUESTIONNAIRE [--selftest]: checks lengths and typography; skips without python3.
command -v python3 >/dev/null 2>&1 || {
  echo "SKIP: python3 is not there"
  exit 77
}
exec python3 -B "$(dirname "$0")/check_lengths.py" "$@"
