#!/bin/bash
# Builds the Debian package and looks into it.
# usage: contents.sh BUILD-FOLDER SOURCE-FOLDER
set -euo pipefail
build=$(realpath "$1") source=$(realpath "$2")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0
fail() { echo "FAILED: $*" >&2; failures=$((failures + 1)); }
expect() { local what=$1; shift; "$@" >"$work/said" 2>&1 || { fail "$what"; head -20 "$work/said" >&2; }; }

(cd "$work" && cpack --config "$build/CPackConfig.cmake" -B "$work" >cpack.log 2>&1) || { cat "$work/cpack.log" >&2; exit 1; }
version=$(sed -n 's/^project(plumbline VERSION \([0-9.]*\).*/\1/p' "$source/CMakeLists.txt")
deb=$work/plumbline_${version}_$(dpkg --print-architecture).deb
[ -f "$deb" ] || { echo "no $(basename "$deb") was made:" >&2; ls "$work" >&2; exit 1; }
root=$work/root
dpkg-deb -x "$deb" "$root"
dpkg-deb -e "$deb" "$work/control"
control=$work/control

# What it says of itself.
[ "$(dpkg-deb -f "$deb" Package Version)" = "Package: plumbline
Version: $version" ] || fail "name or version: $(dpkg-deb -f "$deb" Package Version)"
[ "$(head -1 "$source/packaging/debian/changelog")" = "plumbline ($version) stable; urgency=medium" ] || fail "the changelog is of another version"
depends=$(dpkg-deb -f "$deb" Depends)
for package in adduser libc6 'libstdc++6' libtbb12 libre2-9 libssl3 libtinyxml2-9 libexpat1; do
    case ", $depends" in *", $package "*|*", $package,"*) ;; *) fail "Depends has no $package: $depends" ;; esac
done
case "$depends" in *-dev*|*boost*|*nodejs*) fail "Depends has what only a build needs: $depends" ;; esac
[ "$(cat "$control/conffiles")" = /etc/plumbline/plumbline.conf ] || fail "conffiles: $(cat "$control/conffiles")"
for script in postinst prerm postrm; do
    [ -x "$control/$script" ] || fail "$script cannot be run"
    expect "$script is no shell script" sh -n "$control/$script"
done
grep -q '^libplumbline 1 plumbline' "$control/shlibs" || fail "shlibs: $(cat "$control/shlibs")"
expect "checksums" bash -c "cd '$root' && md5sum --quiet -c '$control/md5sums'"

# What it holds, and where.
for file in usr/bin/plumbline usr/share/plumbline/plan.xsd usr/share/plumbline/plumbline.lua \
    usr/share/man/man1/plumbline.1.gz usr/share/bash-completion/completions/plumbline \
    lib/systemd/system/plumbline.service etc/plumbline/plumbline.conf usr/include/plumbline.h \
    usr/share/doc/plumbline/{copyright,changelog.gz,council-it.md,integrators.md,quality-assurance.md,rules/contingency.md} \
    "usr/lib/$(dpkg-architecture -qDEB_HOST_MULTIARCH)"/{libplumbline.so.1,libplumbline.so,pkgconfig/plumbline.pc}; do
    [ -f "$root/$file" ] || fail "/$file is missing"
done
for folder in plugins rules; do
    expect "$folder differ from the source's" diff -r "$source/$folder" "$root/usr/share/plumbline/$folder"
    [ -d "$root/etc/plumbline/$folder" ] || fail "/etc/plumbline/$folder is missing"
done
dpkg-deb -c "$deb" | awk '{ print $1, $2, $6 }' >"$work/list"
if grep -v ' root/root ' "$work/list" >&2; then fail "not everything is root's"; fi
if awk '{ print $3 }' "$work/list" | grep -vE '^\./(usr|etc|etc/plumbline|lib|lib/systemd|lib/systemd/system)?/?$|^\./(usr/(bin|lib|share|include)|etc/plumbline|lib/systemd/system)/' >&2; then fail "in an unexpected place"; fi
if grep -E '^(-......w|-.....w|d.......w|d....w)' "$work/list" >&2; then fail "others may write this"; fi
expect "the program carries a path of the build" bash -c "! readelf -d '$root/usr/bin/plumbline' | grep -E 'RPATH|RUNPATH'"

# It works from where it lies.
[ "$("$root/usr/bin/plumbline" --version | cut -d' ' -f1-2)" = "plumbline $version" ] || fail "--version"
status=0
(cd "$source" && env -u PLUMBLINE_HOME "$root/usr/bin/plumbline" check fixtures/plans/cp-robust-neglect.xml --as-of 2024-04-01 --format json >"$work/report.json") || status=$?
[ "$status" -le 1 ] || fail "check ended with $status"
grep -q '"judged": *1' "$work/report.json" || fail "the plan was not judged"
"$root/usr/bin/plumbline" rules list | grep -q halton-2011 || fail "rules list"
[ "$(gzip -dc "$root/usr/share/man/man1/plumbline.1.gz")" = "$("$root/usr/bin/plumbline" manual)" ] || fail "the manual page is stale"
[ "$(cat "$root/usr/share/bash-completion/completions/plumbline")" = "$("$root/usr/bin/plumbline" completion bash)" ] || fail "the completion is stale"

# Every setting that plumbline.conf shows is one of the program's.
sed 's/^# \([a-z-]* = \)/\1/' "$root/etc/plumbline/plumbline.conf" | sed "s|/etc/plumbline|$root/etc/plumbline|" >"$work/all.conf"
[ "$(grep -c ' = ' "$work/all.conf")" -ge 7 ] || fail "plumbline.conf was not understood"
for conf in "$root/etc/plumbline/plumbline.conf" "$work/all.conf"; do
    sed -i "s|\"/etc/plumbline|\"$root/etc/plumbline|g" "$conf"
    expect "$conf is refused" "$root/usr/bin/plumbline" --config "$conf" rules list
done

# The unit.
if command -v systemd-analyze >/dev/null; then
    mkdir -p "$work/unit"
    sed "s|/usr/bin/plumbline |$root/usr/bin/plumbline |; /^Documentation=/d" "$root/lib/systemd/system/plumbline.service" >"$work/unit/plumbline.service"
    expect "systemd refuses the unit" bash -c "said=\$(systemd-analyze verify --man=no '$work/unit/plumbline.service' 2>&1); echo \"\$said\"; [ -z \"\$said\" ]"
    expect "the unit is exposed" systemd-analyze security --offline=true --threshold=15 --no-pager "$root/lib/systemd/system/plumbline.service"
else
    echo "no systemd-analyze here: the unit was not looked at"
fi

# What Debian's own checker finds.
if command -v lintian >/dev/null; then
    expect "lintian" lintian --allow-root --fail-on error,warning "$deb"
else
    echo "no lintian here: it was not asked"
fi

[ "$failures" -eq 0 ] && echo "$(basename "$deb"): $(wc -l <"$work/list") entries, $(stat -c %s "$deb") bytes, all as expected"
[ "$failures" -eq 0 ]
