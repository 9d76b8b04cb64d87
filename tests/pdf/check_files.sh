#!/bin/sh
# Each file is sound (qpdf) and has all of its fonts inside, subset, with Unicode maps (pdffonts).
# check_files.sh FILE.pdf...
for tool in qpdf pdffonts; do
  command -v $tool >/dev/null || { echo "skipped: $tool is not installed (qpdf, poppler-utils)"; exit 77; }
done
failed=0
for file in "$@"; do
  if ! qpdf --check "$file" >/dev/null 2>"$file.log" || [ -s "$file.log" ]; then
    echo "$file: qpdf complains"
    cat "$file.log"
    failed=1
  fi
  # Columns from the right: object generation, number, unicode, subset, embedded.
  pdffonts "$file" 2>&1 | tail -n +3 | awk -v file="$file" '
    { n++; if ($(NF-4) != "yes" || $(NF-3) != "yes" || $(NF-2) != "yes") { print file ": " $0; bad = 1 } }
    END { if (n == 0) { print file ": no fonts"; bad = 1 }; exit bad }' || failed=1
done
exit $failed
