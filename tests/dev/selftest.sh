#!/bin/sh
# shellcheck disable=SC2016  # the tools written below expand their own variables
# ./dev: its verbs, what it says before it installs, and that its package list and CMake's agree.
set -eu
repository=$(cd -- "$(dirname -- "$0")/../.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0
complain() { printf '%s\n' "$*"; failed=1; }

listing=$("$repository/dev") || complain "./dev alone fails"
for verb in build demo test bench lint fuzz format; do
  case $listing in *"  $verb"*) ;; *) complain "./dev does not list $verb" ;; esac
done
code=0
"$repository/dev" bake >"$scratch/out" 2>"$scratch/err" || code=$?
[ $code = 2 ] || complain "an unknown verb exits with $code instead of 2"
grep -q "'bake' is not one of its verbs" "$scratch/err" || complain "the unknown verb is not named"
[ ! -s "$scratch/out" ] || complain "an unknown verb writes to stdout"

# Every package that CMake names when something is missing is one that ./dev installs.
sed -En 's/^ *sextant_(need|font)\(.* ([a-z0-9.+-]+)\)$/\2/p' "$repository/cmake/"*.cmake | sort -u >"$scratch/named"
[ -s "$scratch/named" ] || complain "no package is named in cmake/"
sed -n '/^BUILD=/,/^FUZZ=/p' "$repository/dev" | tr -s ' "=' '\n' >"$scratch/known"
while IFS= read -r package; do
  grep -qx -e "$package" "$scratch/known" || complain "cmake/ names $package, which ./dev does not install"
done <"$scratch/named"

# A machine without packages, in which each tool only writes down how it was called.
mkdir "$scratch/bin" "$scratch/copy"
cp "$repository/dev" "$scratch/copy/dev"
for tool in sh dirname cat env nproc find sort; do ln -s "$(command -v $tool)" "$scratch/bin/$tool"; done
tool() { printf '#!/bin/sh\n%s\n' "$2" >"$scratch/bin/$1"; chmod +x "$scratch/bin/$1"; }
tool cmake 'echo "cmake $*" >>"$CALLS"'
tool dpkg-query 'printf "installed:g++ installed:cmake config-files:ccache "; exit 1'
tool apt-get 'echo "apt-get $*" >>"$CALLS"'
tool id 'echo 1000'
export CALLS="$scratch/calls"
# runs: `./dev build` on that machine, giving its exit code.
runs() {
  : >"$CALLS"
  code=0
  PATH=$scratch/bin "$scratch/copy/dev" build >"$scratch/out" 2>"$scratch/err" </dev/null || code=$?
}

runs
[ $code = 1 ] || complain "without root and sudo: exit $code instead of 1"
grep -q 'apt-get update && apt-get install --no-install-recommends ninja-build ccache pkg-config' "$scratch/err" ||
  complain "without root and sudo: the apt-get line is not given"
[ ! -s "$CALLS" ] || complain "without root and sudo: something was run"

tool sudo 'echo "sudo $1" >>"$CALLS"; exec "$@"'
runs
[ $code = 0 ] || complain "with sudo: exit $code instead of 0"
grep -q '^Installing with sudo apt-get: ninja-build ccache' "$scratch/err" || complain "with sudo: it does not say what"
grep -q '^apt-get update' "$CALLS" || complain "with sudo: no apt-get update"
grep -q '^apt-get install .*--no-install-recommends.* ninja-build' "$CALLS" || complain "with sudo: no installation"
grep -q '^cmake --build --preset release' "$CALLS" || complain "with sudo: nothing was built"
[ "$(cat "$scratch/out")" = 'Built build/sextant' ] || complain "build says more than where the binary is"

tool apt-get 'exit 100'
runs
[ $code = 1 ] || complain "a failed installation: exit $code instead of 1"
grep -q 'could not be installed' "$scratch/err" || complain "a failed installation is not told"

rm "$scratch/bin/apt-get" "$scratch/bin/dpkg-query"
runs
[ $code = 0 ] || complain "not Debian: exit $code instead of 0"
grep -q 'not a Debian-like system.*libyaml-dev' "$scratch/err" || complain "not Debian: the packages are not named"
grep -q '^cmake --build --preset release' "$CALLS" || complain "not Debian: nothing was built"

# `./dev test` on a project with one test that passes and one that is skipped; then with one that fails as well.
# All packages count as installed there: a test installs nothing.
project=$scratch/project
mkdir "$project"
rm -f "$scratch/bin"/*
tool apt-get 'exit 100'
tool dpkg-query 'for package; do printf "installed:%s " "$package"; done'
PATH=$scratch/bin:$PATH
cp "$repository/dev" "$repository/CMakePresets.json" "$project"
cat >"$project/CMakeLists.txt" <<'END'
cmake_minimum_required(VERSION 3.25)
project(small LANGUAGES NONE)
enable_testing()
add_test(NAME fine COMMAND true)
add_test(NAME data COMMAND sh -c "echo looking; echo 'SKIP: the <data> are absent'; exit 77")
set_tests_properties(data PROPERTIES SKIP_RETURN_CODE 77)
add_test(NAME guest COMMAND false)
set_tests_properties(guest PROPERTIES LABELS heavy)
END
code=0
"$project/dev" test >"$scratch/out" 2>"$scratch/err" || code=$?
[ $code = 0 ] || complain "./dev test: exit $code although all is well: $(cat "$scratch/out" "$scratch/err")"
grep -q '^  data: SKIP: the <data> are absent$' "$scratch/out" || complain "./dev test does not say why a test was skipped"
sed -n '/^Skipped, and why/,$p' "$scratch/out" | grep -q '^100% tests passed, 0 tests failed out of 2' ||
  complain "./dev test does not end with ctest's summary"
echo 'add_test(NAME wrong COMMAND false)' >>"$project/CMakeLists.txt"
code=0
"$project/dev" test >"$scratch/out" 2>"$scratch/err" || code=$?
[ $code = 1 ] || complain "./dev test: exit $code instead of 1 where a test fails"
grep -q 'wrong (Failed)' "$scratch/out" || complain "./dev test does not name the test that failed"

# The npm packages of the browser tests: fetched once for a lock file; where that fails, the tests still run.
mkdir -p "$project/tests/browser"
echo 1 >"$project/tests/browser/package-lock.json"
sed -i '/ wrong /d' "$project/CMakeLists.txt"
tool npm 'echo "npm $1" >>"$CALLS"; mkdir -p node_modules; [ -z "${NPM_FAILS:-}" ]'
# fetches TIMES WHEN: `./dev test` passes and has called npm that often.
fetches() {
  : >"$CALLS"
  code=0
  "$project/dev" test >"$scratch/out" 2>"$scratch/err" </dev/null || code=$?
  [ $code = 0 ] || complain "$2: exit $code"
  [ "$(grep -cx 'npm ci' "$CALLS")" = "$1" ] || complain "$2: npm was called $(cat "$CALLS")"
}
fetches 1 'a first test'
fetches 0 'a second test'
echo 2 >"$project/tests/browser/package-lock.json"
NPM_FAILS=yes
export NPM_FAILS
fetches 1 'another lock file, without a registry'
grep -q 'the browser tests are skipped' "$scratch/err" || complain "without a registry: it does not say so"
unset NPM_FAILS
fetches 1 'once the registry is there again'

[ $failed = 0 ] && echo "./dev does as it says"
exit $failed
