#!/bin/bash
# Builds and runs the examples as their readers would: against an installed Plumbline.
# usage: run.sh BUILD-FOLDER SOURCE-FOLDER c|python|node|java
set -euo pipefail
build=$(realpath "$1") source=$(realpath "$2") language=$3
work=$(mktemp -d)
service=
clean_up() {
    [ -z "$service" ] || { kill "$service"; wait "$service" || true; }
    rm -rf "$work"
}
trap clean_up EXIT
fail() { echo "FAILED: $*" >&2; exit 1; }

weak=$source/fixtures/plans/cin-teen-refuses.xml
broken=$work/broken.xml
printf '<plan id="T-1">\n  <people>\n</plan>\n' >"$broken"

cmake --install "$build" --prefix "$work/usr" >"$work/install.log"
library=$(dirname "$(find "$work/usr/lib" -name libplumbline.so.1)")
unset PLUMBLINE_HOME
export LD_LIBRARY_PATH=$library

# run STATUS OUTPUT-PART ERROR-PART COMMAND...
run() {
    local expected=$1 output=$2 error=$3 status=0
    shift 3
    "$@" >"$work/out" 2>"$work/err" || status=$?
    [ "$status" -eq "$expected" ] || { cat "$work/err" >&2; fail "'${*##*/}' ended with $status, expected $expected"; }
    [ -z "$output" ] || grep -qF -- "$output" "$work/out" || { head -c 2000 "$work/out" >&2; fail "'${*##*/}' does not say '$output'"; }
    [ -z "$error" ] || grep -qF -- "$error" "$work/err" || { cat "$work/err" >&2; fail "the error of '${*##*/}' does not say '$error'"; }
}

start_service() {
    "$work/usr/bin/plumbline" serve --listen 127.0.0.1:0 >"$work/service.out" 2>"$work/service.err" &
    service=$!
    for _ in $(seq 100); do
        PLUMBLINE_URL=$(grep -ohE 'https?://127\.0\.0\.1:[0-9]+' "$work/service.out" "$work/service.err" | head -1) && break
        sleep 0.1
    done
    [ -n "${PLUMBLINE_URL:-}" ] || { cat "$work/service.err" >&2; fail "the service did not start"; }
    export PLUMBLINE_URL
}

case $language in
c)
    export PKG_CONFIG_PATH=$library/pkgconfig
    # shellcheck disable=SC2046
    cc -std=c11 -Wall -Wextra -Wpedantic -Werror "$source/examples/c/sign_off.c" $(pkg-config --cflags --libs plumbline) -o "$work/sign_off"
    run 0 '"outcome":"questions"' '' "$work/sign_off" 2024-04-01 "$weak"
    run 1 '"outcome":"questions"' 'broken.xml: line ' "$work/sign_off" 2024-04-01 "$broken" "$weak"
    run 1 '' 'nowhere.xml: No such file' "$work/sign_off" 2024-04-01 nowhere.xml
    run 1 '' 'as_of is no date' "$work/sign_off" tomorrow "$weak"
    PLUMBLINE_HOME=/nonexistent run 2 '' 'PLUMBLINE_HOME' "$work/sign_off" 2024-04-01 "$weak"
    ;;
python)
    python=/usr/bin/python3
    run 1 'cin-teen-refuses.xml: questions' '' "$python" "$source/examples/python/sign_off.py" 2024-04-01 "$weak"
    run 2 '' 'sign_off.py: line ' "$python" "$source/examples/python/sign_off.py" 2024-04-01 "$broken"
    run 2 '' 'as_of is no date' "$python" "$source/examples/python/sign_off.py" tomorrow "$weak"
    LD_PRELOAD=liblua5.4.so.0 run 2 '' 'another Lua' "$python" "$source/examples/python/sign_off.py" 2024-04-01 "$weak"
    ;;
node)
    command -v node >/dev/null || fail "node is missing; install nodejs"
    start_service
    run 1 'cin-teen-refuses.xml: questions' '' node "$source/examples/node/sign-off.mjs" 2024-04-01 "$weak"
    run 2 '' 'line ' node "$source/examples/node/sign-off.mjs" 2024-04-01 "$broken"
    PLUMBLINE_URL=http://127.0.0.1:1 run 2 '' 'sign-off: ' node "$source/examples/node/sign-off.mjs" 2024-04-01 "$weak"
    ;;
java)
    command -v javac >/dev/null || { echo "no JDK here (openjdk-17-jdk-headless): the Java example was not run"; exit 77; }
    javac -Werror -Xlint:all -d "$work" "$source/examples/java/SignOff.java"
    start_service
    run 0 '"outcome":"questions"' '' java -cp "$work" SignOff 2024-04-01 "$weak"
    run 1 '' 'SignOff: 4' java -cp "$work" SignOff 2024-04-01 "$broken"
    PLUMBLINE_URL=http://127.0.0.1:1 run 2 '' 'SignOff: ' java -cp "$work" SignOff 2024-04-01 "$weak"
    ;;
*) fail "no example of '$language'" ;;
esac
echo "the example in $language answers as it should"
