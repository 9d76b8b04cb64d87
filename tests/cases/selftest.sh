#!/bin/sh
# The case runner must pass a right case, fail wrong ones for the right reason, skip, and accept.
set -eu
here=$(cd -- "$(dirname -- "$0")" && pwd)
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
unset SEXTANT_ACCEPT
failed=0

cat >"$root/binary" <<'END'
#!/bin/sh
echo "read $(cat "$1")"
echo "a word on the side" >&2
mkdir -p out
echo "written" >out/report.md
exit 4
END
chmod +x "$root/binary"

# expects EXIT TEXT: running the case ends with EXIT and prints TEXT.
expects() {
  code=0
  output=$(sh "$here/run_case.sh" "$root/binary" "$root/case" 2>&1) || code=$?
  case $output in *"$2"*) ;; *) code="$code, without '$2'" ;; esac
  [ "$code" = "$1" ] || { printf 'expected exit %s, got %s:\n%s\n' "$1" "$code" "$output"; failed=1; }
}

mkdir -p "$root/case/expected/out"
echo 'sextant input.txt' >"$root/case/cmd"
echo 'five' >"$root/case/input.txt"
echo 'read five' >"$root/case/expected.out"
echo 'a word on the side' >"$root/case/expected.err"
echo 4 >"$root/case/expected.exit"
echo 'written' >"$root/case/expected/out/report.md"
expects 0 ''

echo 'read six' >"$root/case/expected.out"
expects 1 '-read six
+read five'
echo 3 >"$root/case/expected.exit"
expects 1 'exit code 4 instead of 3'
echo 'other' >"$root/case/expected/out/report.md"
expects 1 'out/report.md differs'
: >"$root/case/expected/out/missing.md"
expects 1 'out/missing.md was not written'
rm "$root/case/expected.err"
expects 1 'stderr differs'

SEXTANT_ACCEPT=1
export SEXTANT_ACCEPT
expects 0 'accepted'
unset SEXTANT_ACCEPT
expects 0 ''
[ "$(cat "$root/case/expected.out")" = 'read five' ] || { echo 'the golden was not rewritten'; failed=1; }
[ "$(cat "$root/case/expected/out/report.md")" = 'written' ] || { echo 'the file was not rewritten'; failed=1; }
[ ! -e "$root/case/out" ] || { echo 'the case ran in its own folder'; failed=1; }

echo "pwd" >"$root/case/cmd"
expects 1 'names a path of this machine'
mkdir "$root/other"
printf 'echo beside; ls' >"$root/other/cmd"
echo mini >"$root/other/with"
echo 'read by nobody' >"$root/other/why.txt"
printf 'beside\ninstrument.yaml\nlang\n' >"$root/other/expected.out"
sh "$here/run_case.sh" "$root/binary" "$root/other" || { echo 'the folders of "with" are not beside'; failed=1; }

echo 'no/such/folder' >"$root/case/needs"
expects 77 'SKIP: no/such/folder is absent'

[ $failed = 0 ] && echo "the case runner passes, fails, skips and accepts as it should"
exit $failed
