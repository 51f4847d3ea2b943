#!/bin/sh
# The shared library shows its own functions to other programs and nothing else.
# usage: exports.sh LIBRARY HEADER
set -eu
library=$1 header=$2
shown=$(nm -D --defined-only "$library" | awk '$2 != "A" { sub(/@.*/, "", $3); print $3 }' | sort)
declared=$(grep -o 'plumbline_[a-z]*(' "$header" | tr -d '(' | sort -u)
declared=$(for name in $declared; do grep -q "PLUMBLINE_API.*[ *]$name(" "$header" && echo "$name"; done | sort)

[ "$(echo "$declared" | wc -l)" -ge 6 ] || { echo "the header was not understood: $declared" >&2; exit 1; }
[ "$shown" = "$declared" ] || { echo "shown:"; echo "$shown"; echo "declared:"; echo "$declared"; exit 1; } >&2
readelf -d "$library" | grep -q 'SONAME.*\[libplumbline.so.1\]' || { echo "the soname is not libplumbline.so.1" >&2; exit 1; }
