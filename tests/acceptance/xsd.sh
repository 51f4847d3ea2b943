#!/bin/sh
# The schema says what the fixtures say: good plans are valid, broken and loose ones are not.
# usage: xsd.sh [SOURCE-DIRECTORY]
set -u
cd "${1:-$(dirname "$0")/../..}" || exit 1

if ! command -v xmllint >/dev/null; then
    echo "xmllint is missing; install libxml2-utils" >&2
    exit 1
fi

failures=0
checked=0

expect() { # valid|invalid FILE
    if xmllint --noout --nonet --schema docs/plan.xsd "$2" >/dev/null 2>&1; then found=valid; else found=invalid; fi
    checked=$((checked + 1))
    [ "$found" = "$1" ] && return
    echo "$2 is $found by docs/plan.xsd; expected $1" >&2
    xmllint --noout --nonet --schema docs/plan.xsd "$2" 2>&1 | head -5 >&2
    failures=$((failures + 1))
}

for plan in fixtures/plans/*.xml fixtures/reading/*.xml; do expect valid "$plan"; done
for plan in fixtures/plans/broken/*.xml fixtures/reading/broken/*.xml fixtures/reading/loose/*.xml; do expect invalid "$plan"; done

echo "$checked plans held against the schema, $failures differ"
[ "$checked" -ge 40 ] && [ "$failures" -eq 0 ]
