#!/bin/sh
# Runs a Python test, or skips it where there is no Python.
if ! command -v python3 >/dev/null 2>&1; then
  echo "SKIP: python3 is absent"
  exit 77
fi
PYTHONDONTWRITEBYTECODE=1 exec python3 "$@"
