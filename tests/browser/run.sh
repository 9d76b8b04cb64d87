#!/bin/sh
# run.sh SCRIPT.mjs [ARGUMENT...]: runs a browser test; skips, with the reason, where node is absent.
command -v node >/dev/null 2>&1 || {
  echo "SKIP: node is not there (Debian's nodejs)"
  exit 77
}
exec node "$@"
