#!/usr/bin/env bash
# Runs a command of fleetc on several files, as pre-commit hands them over:
#   each-file.sh COMMAND [OPTION]... FILE...
# Words that end in .yaml are files. All of them are looked at; the first failure decides on the exit code.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
sh "$here/prepare.sh" >&2

words=()
files=()
for word; do
  case $word in
    *.yaml) files+=("$word") ;;
    *) words+=("$word") ;;
  esac
done

result=0
for file in "${files[@]+"${files[@]}"}"; do
  node "$here/../bin/fleetc.mjs" "${words[@]}" "$file" || result=$((result == 0 ? $? : result))
done
exit "$result"
