#!/bin/sh
# Reads the #include lines of every source file and says which ones cross a border of docs/adr/0002-layers.md.
# usage: check.sh ROOT [WRAPPERS]      exit 0: none does; 1: some do, one line each
set -eu
wrappers=${2:-$(dirname -- "$0")/wrappers.txt}
case $wrappers in /*) ;; *) wrappers=$PWD/$wrappers ;; esac
cd -- "$1"

folders=
for folder in engine reports cli tests; do [ ! -d "$folder" ] || folders="$folders $folder"; done
# shellcheck disable=SC2086
find $folders \( -name '*.cpp' -o -name '*.hpp' -o -name '*.inc' \) -print | sort | awk -v wrappers="$wrappers" '
  function fault(text) { printf "%s:%d: %s\n", file, line, text; faults++ }
  function exists(path,   ignored, found) {
    found = (getline ignored < path) >= 0
    close(path)
    return found
  }
  function forbidden_in_engine(header) {
    return header ~ /^(fstream|iostream|filesystem|chrono|ctime|random|locale|clocale|cstdlib|cstdio|syncstream)$/
  }
  # A header that is not of the C++ library belongs to its wrapper. Those of C++ have neither a dot nor a slash.
  function check_angle(header,   i, allowed, known) {
    if (layer == "engine" && (forbidden_in_engine(header) || header ~ /^(time|stdlib|stdio|locale|unistd)\.h$/))
      fault("the engine has no files, streams, clock, locale, environment or chance: <" header ">")
    else if (layer != "tests" && header ~ /[.\/]/) {
      for (i = 1; i <= rules; i++)
        if (index(header, prefix[i]) == 1) {
          known = known " " place[i]
          if (index(file, place[i]) == 1) allowed = 1
        }
      if (known == "") fault("<" header "> is in no line of tests/layers/wrappers.txt")
      else if (!allowed) fault("<" header "> may be included only in" known)
    }
  }
  function check_quoted(header) {
    if (layer == "engine" && header ~ /^(reports|cli|tests)\//) fault("engine may not see " header)
    if (layer == "reports" && header ~ /^(cli|tests)\//) fault("reports may not see " header)
    if (layer == "cli" && header ~ /^tests\//) fault("cli may not see " header)
    if (header ~ /(^|\/)\.\.?\// || !exists(header)) fault("includes are rooted at the repository: \"" header "\"")
  }
  function check_file(   text, header, pragma) {
    layer = file
    sub(/\/.*/, "", layer)
    line = 0
    while ((getline text < file) > 0) {
      line++
      if (text ~ /^[ \t]*#[ \t]*pragma[ \t]+once/) pragma = 1
      if (layer == "engine" && text ~ /[^a-z_](getenv|setlocale)[ \t]*\(/) fault("the engine reads no environment")
      if (text !~ /^[ \t]*#[ \t]*include[ \t]*["<]/) continue
      header = text
      sub(/^[^"<]*["<]/, "", header)
      sub(/[">].*/, "", header)
      if (text ~ /^[^"]*</) check_angle(header)
      else check_quoted(header)
    }
    close(file)
    if (file ~ /\.hpp$/ && !pragma) fault("a header begins with #pragma once")
    if (file !~ /\.inc$/ && line > 450) fault("has " line " lines, over 450: split it by idea")
    else if (file !~ /\.inc$/ && line > 400) printf "%s:%d: warning: has over 400 lines\n", file, line
  }
  BEGIN {
    while ((getline rule < wrappers) > 0) {
      if (rule ~ /^[ \t]*(#|$)/) continue
      count = split(rule, word, /[ \t]+/)
      for (i = 2; i <= count; i++) { prefix[++rules] = word[1]; place[rules] = word[i] }
    }
    if (!rules) { print "no rules in " wrappers; exit 1 }
  }
  { file = $0; files++; check_file() }
  END {
    if (faults) { print faults " includes or files break the rules of docs/adr/0002-layers.md"; exit 1 }
    if (rules) print files " files keep to their layers"
  }'
