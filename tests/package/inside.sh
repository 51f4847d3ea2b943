#!/bin/bash
# What bare_root.sh runs in the bare system, which has no network but its own loopback.
set -eEuo pipefail
cd /root/given
export LC_ALL=C PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive
trap 'echo "FAILED at line $LINENO"; journalctl -u plumbline --no-pager -n 20' ERR

files() { # all but what any running system changes, and what apt and dpkg remember of their own work
    find / -xdev \( -path /proc -o -path /sys -o -path /dev -o -path /run -o -path /tmp -o -path /root/given \
        -o -path /var/log -o -path /var/cache -o -path /var/lib/apt -o -path /var/lib/dpkg \) -prune -o -print | sort
    grep plumbline /etc/passwd /etc/group /etc/shadow /etc/gshadow || true
}

ask() { # ask FILE: a sign-off, by nothing but Bash
    exec 3<>/dev/tcp/127.0.0.1/8787
    printf 'POST /v1/checks?as-of=2024-04-01 HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/xml\r\nContent-Length: %s\r\nConnection: close\r\n\r\n' "$(stat -c %s "$1")" >&3
    cat "$1" >&3
    cat <&3
    exec 3>&-
}

sign_off() {
    ask "$1" >answer
    echo "sign-off of $1: $(head -1 answer | tr -d '\r'), $(grep -o '"outcome": *"[a-z-]*"' answer | head -1)"
    grep -q '^HTTP/1.1 200' answer
    grep -q '"state": *"judged"' answer
}

wait_until_ready() {
    for _ in $(seq 50); do
        (exec 3<>/dev/tcp/127.0.0.1/8787) 2>/dev/null && return
        sleep 0.2
    done
    echo "the service does not answer"
    false
}

echo "routes to elsewhere: $(wc -l </proc/net/route) line(s), of which one is the heading"
apt-mark manual $(dpkg-query -W -f "\${Package} ") >/dev/null # the bare system stays as it is
files >before
apt-get install -y --no-install-recommends ./*.deb >apt.log 2>&1 || { tail -20 apt.log; false; }
# What came along goes again with autoremove.
apt-mark auto $(ls ./*.deb | sed 's|^\./||' | cut -d_ -f1 | grep -vx plumbline) >/dev/null
echo "installed $(dpkg-query -W -f '${Package} ${Version}, ${Installed-Size} kB' plumbline)"

status=0
plumbline check cin-teen-refuses.xml --as-of 2024-04-01 --show counts >checked || status=$?
[ "$status" -eq 1 ]
echo "checked a plan: $(head -1 checked)"
bash -c '. /usr/share/bash-completion/completions/plumbline; COMP_WORDS=(plumbline se); COMP_CWORD=1; _plumbline; [ "${COMPREPLY[*]}" = serve ]'

wait_until_ready
echo "the unit is $(systemctl is-active plumbline), $(systemctl is-enabled plumbline), runs as $(ps -o user= -p "$(systemctl show -P MainPID plumbline)")"
systemctl show plumbline -p MemoryMax -p LimitCORE -p NoNewPrivileges -p ProtectSystem -p IPAddressDeny | tr '\n' ' '; echo
systemd-analyze verify --man=no plumbline.service
sign_off cp-robust-neglect.xml
sign_off cin-teen-refuses.xml
systemctl reload plumbline
sleep 1
sign_off cin-teen-refuses.xml
kill -9 "$(systemctl show -P MainPID plumbline)"
sleep 2
wait_until_ready
echo "after kill -9 the unit is $(systemctl is-active plumbline)"
sign_off cin-teen-refuses.xml
[ "$(find /tmp /var/tmp /run -xdev -newer before -type f -exec grep -l 'Adolescent\|<plan' {} + 2>/dev/null || true)" = "" ]
if journalctl -u plumbline --no-pager | grep -i 'teen\|narrative\|<plan'; then false; fi

apt-get install -y --reinstall ./plumbline_*.deb >apt.log 2>&1 || { tail -20 apt.log; false; }
wait_until_ready
sign_off cp-robust-neglect.xml
echo 'x' >/etc/plumbline/tokens
apt-get remove -y plumbline >apt.log 2>&1 || { tail -20 apt.log; false; }
echo "removed: settings $([ -f /etc/plumbline/plumbline.conf ] && echo kept), service $(systemctl is-active plumbline || true)"
apt-get purge -y plumbline >apt.log 2>&1 || { tail -20 apt.log; false; }
apt-get autoremove -y --purge >apt.log 2>&1 || { tail -20 apt.log; false; }
files >after
if ! diff before after; then echo "purge left this behind"; false; fi
echo "purged: nothing is left"
