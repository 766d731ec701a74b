#!/bin/sh
# Prints what can be seen of a machine, a line each: KIND THING. What apt and dpkg keep for themselves is left out: lists,
# logs, caches and copies of earlier files.
set -eu

each() { sed "s|^|$1 |"; }

dpkg-query --show --showformat '${Package} ${db:Status-Abbrev}\n' | each package
ps -e -o comm= | sort | sed -e '/^ps$/d' -e '/^sh$/d' -e '/^sed$/d' -e '/^sort$/d' | each process
awk '{ print $2 }' /proc/mounts | each mount
ip -o link | sed 's/^[0-9]*: \([^:@]*\).*/\1/' | each link
for firewall in iptables ip6tables; do
    "$firewall-save" | sed -n -e 's/ \[.*//' -e '/^-A/p' -e '/^:.* -/p' -e '/DROP/p' | each "$firewall"
done
each forwarding </proc/sys/net/ipv4/ip_forward
find /run -maxdepth 1 \( -name '*docker*' -o -name '*containerd*' -o -name '*modmon*' \) | each file
find / /var/lib -xdev \( -path /proc -o -path /sys -o -path /tmp -o -path /run -o -path /var/cache -o -path /var/log \
    -o -path /var/lib/apt -o -path '/var/lib/dpkg/*-old' -o -path /var/lib/dpkg/tmp.ci -o -path '/var/lib/systemd' \) -prune -o -print | each file
find /etc -type f ! -name '*-' ! -name ld.so.cache -exec cksum {} + | each content
