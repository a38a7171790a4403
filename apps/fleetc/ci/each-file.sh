#!/usr/bin/env bash
# Runs a command of fleetc on the fleets that files belong to, as pre-commit hands the files over:
#   each-file.sh COMMAND [OPTION]... FILE...
# Words that end like what fleetc reads or writes are files. One that is no fleet file stands for those in the nearest
# folder above that has any. All fleets are looked at; the first failure decides on the exit code.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

words=()
fleets=()

is_fleet() {
  case ${1##*/} in fleet.yaml | fleetc.yaml | *.fleet.yaml) [ -f "$1" ] ;; *) false ;; esac
}

add_fleet() {
  local known
  for known in "${fleets[@]+"${fleets[@]}"}"; do [ "$known" = "$1" ] && return; done
  fleets+=("$1")
}

add_nearest() {
  local folder=$1 found=false file
  while [ "$found" = false ]; do
    case $folder in . | /) return ;; esac
    folder=$(dirname "$folder")
    for file in "$folder"/*.yaml; do
      if is_fleet "$file"; then
        add_fleet "${file#./}"
        found=true
      fi
    done
  done
}

for word; do
  case $word in
    *.yaml | *.json | *.md) if is_fleet "$word"; then add_fleet "$word"; else add_nearest "$word"; fi ;;
    *) words+=("$word") ;;
  esac
done
[ "${#fleets[@]}" -gt 0 ] || exit 0

sh "$here/prepare.sh" >&2
result=0
for fleet in "${fleets[@]}"; do
  node "$here/../bin/fleetc.mjs" "${words[@]}" "$fleet" || result=$((result == 0 ? $? : result))
done
exit "$result"
