#!/bin/sh
# run.sh SCRIPT.py BINARY REPOSITORY: runs a test of the wizard, or skips it, and says why.
for python in /usr/bin/python3 python3; do
  if command -v "$python" >/dev/null 2>&1 && "$python" -c 'import yaml' 2>/dev/null; then
    PYTHONDONTWRITEBYTECODE=1 exec "$python" "$@"
  fi
done
echo "SKIP: python3 with PyYAML is absent"
exit 77
