#!/bin/sh
# Each file is valid PDF/A-1b by PDFBox Preflight, and a damaged one is not.
# check_archive.sh FILE.pdf...
command -v java >/dev/null || { echo "skipped: java is not installed (default-jre-headless)"; exit 77; }
path=
for jar in preflight pdfbox2 fontbox2 xmpbox commons-logging javax.activation jaxb-api; do
  file=/usr/share/java/$jar.jar
  [ -e "$file" ] || { echo "skipped: $file is not installed (libpdfbox2-java libactivation-java libjaxb-api-java)"; exit 77; }
  path=$path:$file
done
validate() { java -cp "$path" org.apache.pdfbox.preflight.Validator_A1b "$1" 2>&1; }
failed=0
for file in "$@"; do
  validate "$file" >"$file.log"
  grep -q "is a valid PDF/A-1b file" "$file.log" || { head -5 "$file.log"; failed=1; }
done
# The proof that this can fail: without its claim of conformance, the first file is no PDF/A.
sed 's/pdfaid:part/pdfaid:port/g' "$1" >"$1.damaged"
validate "$1.damaged" | grep -q "is a valid PDF/A-1b file" && { echo "a damaged file was called valid"; failed=1; }
exit $failed
