#!/bin/bash
# Installs the package into a bare Debian 12 that has no network, starts its service under systemd, asks for a sign-off,
# purges it, and shows that nothing is left. Needs root, and the network to make the bare system.
# usage: bare_root.sh PACKAGE.deb SOURCE-FOLDER [BARE-SYSTEM]
# BARE-SYSTEM is made by debootstrap where it does not exist, and not changed; keep it to save the time next time.
set -euo pipefail
deb=$(realpath "$1") source=$(realpath "$2")
work=$(mktemp -d)
bare=${3:-$work/bare}
here=$(dirname "$(realpath "$0")")
root=$work/root
clean_up() {
    mountpoint -q "$root/proc" && umount "$root/proc"
    rm -rf "$work"
}
trap clean_up EXIT

[ -d "$bare" ] || debootstrap bookworm "$bare" http://deb.debian.org/debian >"$work/debootstrap.log" || { tail -5 "$work/debootstrap.log" >&2; exit 1; }
cp -a "$bare" "$root"

# As for a server without internet: another machine fetches the package's dependencies.
mkdir -p "$root/root/given"
cp "$deb" "$root/root/given/"
cp "$source"/fixtures/plans/{cp-robust-neglect,cin-teen-refuses}.xml "$root/root/given/"
cp "$here/inside.sh" "$root/root/given/"
mount -t proc proc "$root/proc"
in_root() { env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive chroot "$root" "$@" >"$work/apt.log" 2>&1 || { tail -5 "$work/apt.log" >&2; exit 1; }; }
in_root apt-get update
in_root apt-get install -y --no-install-recommends --download-only "/root/given/$(basename "$deb")"
mv "$root"/var/cache/apt/archives/*.deb "$root/root/given/"
umount "$root/proc"

cat >"$root/etc/systemd/system/inside.service" <<'U'
[Unit]
After=basic.target
SuccessAction=exit
FailureAction=exit
[Service]
Type=oneshot
ExecStart=/bin/bash /root/given/inside.sh
StandardOutput=append:/root/given/said
StandardError=append:/root/given/said
U
mkdir -p "$root/etc/systemd/system/multi-user.target.wants"
ln -s ../inside.service "$root/etc/systemd/system/multi-user.target.wants/inside.service"
status=0
timeout 300 systemd-nspawn --register=no --keep-unit --private-network --directory="$root" --boot >"$work/boot.log" 2>&1 </dev/null || status=$?
[ -f "$root/root/given/said" ] || { tail -20 "$work/boot.log" >&2; exit 1; }
cat "$root/root/given/said"
exit "$status"
