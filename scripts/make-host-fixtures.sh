#!/bin/bash
# Rebuilds the host trees below agent/fixtures/hosts from Debian packages: kernel indexes and configuration,
# systemd units, NetworkManager's and kmod's configuration are genuine, what a running kernel shows (proc, sys, run) is
# reconstructed. Golden reports are written by `npm run update-golden`, not here. Needs a Debian machine with apt,
# dpkg-deb, node and a few GB of disk; changes nothing outside its own temporary directory and the fixtures.
#
#   scripts/make-host-fixtures.sh [NAME…]
set -euo pipefail

here=$(cd "$(dirname "$0")/.." && pwd)
hosts=$here/agent/fixtures/hosts
work=${FIXTURE_WORK_DIRECTORY:-$(mktemp -d)}
release=bookworm
kernel_abi=6.1.0-50

mkdir -p "$work"/{state/lists/partial,cache/archives/partial,packages}
: > "$work/state/status"
keyring=/usr/share/keyrings/debian-archive-keyring.gpg
echo "deb [signed-by=$keyring arch=amd64,arm64,ppc64el,s390x] http://deb.debian.org/debian $release main" > "$work/sources.list"
cat > "$work/apt.conf" <<CONF
Dir::State "$work/state";
Dir::State::status "$work/state/status";
Dir::Cache "$work/cache";
Dir::Etc::sourcelist "$work/sources.list";
Dir::Etc::sourceparts "-";
APT::Architectures { "amd64"; "arm64"; "ppc64el"; "s390x"; };
APT::Sandbox::User "root";
CONF
export APT_CONFIG=$work/apt.conf
ls "$work/state/lists" | grep -q Packages || apt-get -q update

fetch() { # PACKAGE ARCHITECTURE: prints the path of the package file
  local found
  found=$(find "$work/packages" -name "$1_*_$2.deb" -o -name "$1_*_all.deb" | head -1)
  if [ -z "$found" ]; then
    (cd "$work/packages" && apt-get -q download "$1:$2" >&2 || apt-get -q download "$1" >&2)
    found=$(find "$work/packages" -name "$1_*_$2.deb" -o -name "$1_*_all.deb" | head -1)
  fi
  echo "$found"
}

unpack() { # DIRECTORY ARCHITECTURE PACKAGE…: as on a system with merged /usr
  local directory=$1 architecture=$2 package name
  shift 2
  mkdir -p "$directory"/usr/{bin,sbin,lib}
  for name in bin sbin lib; do [ -e "$directory/$name" ] || ln -s "usr/$name" "$directory/$name"; done
  for package in "$@"; do
    dpkg-deb --fsys-tarfile "$(fetch "$package" "$architecture")" | tar -x --keep-directory-symlink -C "$directory"
  done
}

kmod=$work/kmod
if [ ! -e "$kmod/depmod" ]; then
  unpack "$kmod" "$(dpkg --print-architecture)" kmod libkmod2
  ln -s usr/bin/kmod "$kmod/depmod"
fi
depmod() { LD_LIBRARY_PATH=$(dirname "$(find "$kmod/usr/lib" -name 'libkmod.so.2' | head -1)") "$kmod/depmod" "$@"; }

begin() { # NAME ARCHITECTURE FLAVOUR PACKAGE…: unpacks to $full and starts $root
  name=$1 architecture=$2 kernel=$kernel_abi-$3
  shift 3
  full=$work/full/$name root=$hosts/$name/root
  echo "$name" >&2
  rm -rf "$full" "$root"
  unpack "$full" "$architecture" base-files dash systemd kmod "linux-image-$kernel" "$@"
  depmod -b "$full" "$kernel"
  mkdir -p "$root"/usr/{bin,sbin,lib} "$root"/{etc,boot}
  for link in bin sbin lib; do ln -s "usr/$link" "$root/$link"; done
  node "$here/scripts/copy-kernel-fixture.mjs" "$full" "$root" "$kernel"
  echo "$name" | put etc/hostname
  head -c 64 "$full/usr/bin/dash" | put usr/bin/dash
  ln -s dash "$root/usr/bin/sh"
  keep etc/os-release usr/lib/os-release etc/modprobe.d usr/lib/modprobe.d
  keep usr/lib/systemd/system/getty@.service usr/lib/systemd/system/getty.target
  mkdir -p "$root/etc/systemd/system/getty.target.wants"
  ln -sfn /lib/systemd/system/getty@.service "$root/etc/systemd/system/getty.target.wants/getty@tty1.service"
  keep usr/lib/systemd/system/multi-user.target usr/lib/systemd/system/graphical.target \
    usr/lib/systemd/system/basic.target usr/lib/systemd/system/sysinit.target usr/lib/systemd/system/default.target
}

keep() { # PATH…: takes over from the unpacked packages what is there
  local path
  for path in "$@"; do
    [ -e "$full/$path" ] || [ -L "$full/$path" ] || continue
    mkdir -p "$root/$(dirname "$path")"
    cp -a --no-target-directory "$full/$path" "$root/$path"
  done
}

put() { # PATH: writes standard input
  mkdir -p "$root/$(dirname "$1")"
  cat > "$root/$1"
}

enable() { # UNIT TARGET: the link that `systemctl enable` makes
  mkdir -p "$root/etc/systemd/system/$2.wants"
  ln -sfn "/lib/systemd/system/$1" "$root/etc/systemd/system/$2.wants/$1"
}

active() { # UNIT…: the trace that systemd leaves of an active unit
  local unit
  mkdir -p "$root/run/systemd/units"
  for unit in "$@"; do ln -sfn 5f8e2c0d4b7a4e3f9d1c6b2a8e7f0d3c "$root/run/systemd/units/invocation:$unit"; done
}

network_manager() {
  keep usr/lib/systemd/system/NetworkManager.service etc/NetworkManager usr/lib/NetworkManager/conf.d usr/lib/udev/rules.d/85-nm-unmanaged.rules
  mkdir -p "$root/usr/sbin" && : > "$root/usr/sbin/NetworkManager"
}

# What a running kernel and its first process show.
running() { # ARCHITECTURE COMMAND_LINE BYTE_ORDER
  echo "$kernel" | put proc/sys/kernel/osrelease
  [ "$1" = - ] || echo "$1" | put proc/sys/kernel/arch
  echo "$2" | put proc/cmdline
  echo /sbin/modprobe | put proc/sys/kernel/modprobe
  echo 0 | put proc/sys/kernel/modules_disabled
  echo 0 | put proc/sys/net/ipv6/conf/all/disable_ipv6
  printf 'Name:\tsystemd\nUmask:\t0000\nState:\tS (sleeping)\nPid:\t1\nPPid:\t0\nCapInh:\t0000000000000000\nCapPrm:\t000001ffffffffff\nCapEff:\t000001ffffffffff\nCapBnd:\t000001ffffffffff\nCapAmb:\t0000000000000000\n' | put proc/1/status
  printf 'systemd\n' | put proc/1/comm
  put proc/1/mountinfo <<'MOUNTS'
22 1 254:1 / / rw,relatime shared:1 - ext4 /dev/vda1 rw,errors=remount-ro
23 22 0:21 / /proc rw,nosuid,nodev,noexec,relatime shared:12 - proc proc rw
24 22 0:22 / /sys rw,nosuid,nodev,noexec,relatime shared:6 - sysfs sysfs rw
25 24 0:6 / /sys/kernel/security rw,nosuid,nodev,noexec,relatime shared:7 - securityfs securityfs rw
26 24 0:26 / /sys/fs/cgroup rw,nosuid,nodev,noexec,relatime shared:8 - cgroup2 cgroup2 rw,nsdelegate,memory_recursiveprot
27 24 0:27 / /sys/fs/pstore rw,nosuid,nodev,noexec,relatime shared:9 - pstore pstore rw
28 24 0:28 / /sys/fs/bpf rw,nosuid,nodev,noexec,relatime shared:10 - bpf bpf rw,mode=700
29 22 0:23 / /run rw,nosuid,nodev,noexec,relatime shared:5 - tmpfs tmpfs rw,size=402708k,mode=755
MOUNTS
  printf 'nodev\tsysfs\nnodev\ttmpfs\nnodev\tproc\nnodev\tcgroup\nnodev\tcgroup2\nnodev\tsecurityfs\nnodev\tbpf\n\text4\n' | put proc/filesystems
  : | put sys/kernel/btf/vmlinux
  echo '[none] integrity confidentiality' | put sys/kernel/security/lockdown
  echo 'lockdown,capability,landlock,yama,apparmor' | put sys/kernel/security/lsm
  local loopback=0100007F
  [ "$3" = little ] || loopback=7F000001
  local blank='00000000:00000000 00:00000000 00000000'
  put proc/1/net/tcp <<TCP
  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 00000000:0016 00000000:0000 0A $blank     0        0 15771 1 0000000000000000 100 0 0 10 0
   1: $loopback:0019 00000000:0000 0A $blank     0        0 15802 1 0000000000000000 100 0 0 10 0
TCP
  put proc/1/net/tcp6 <<TCP6
  sl  local_address                         remote_address                        st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 00000000000000000000000000000000:0016 00000000000000000000000000000000:0000 0A $blank     0        0 15773 1 0000000000000000 100 0 0 10 0
TCP6
  put proc/1/net/udp <<UDP
   sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode ref pointer drops
  291: 00000000:0044 00000000:0000 07 $blank     0        0 14220 2 0000000000000000 0
UDP
  put proc/1/net/udp6 <<'UDP6'
  sl  local_address                         remote_address                        st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode ref pointer drops
UDP6
}

modules() { # NAME…: as /proc/modules lists them, in use by no one
  for module in "$@"; do echo "$module 16384 0 - Live 0x0000000000000000"; done | put proc/modules
  for module in "$@"; do echo live | put "sys/module/$module/initstate"; done
}

wanted() { [ ${#selected[@]} -eq 0 ] || [[ " ${selected[*]} " == *" $1 "* ]]; }
selected=("$@")

if wanted debian-12-amd64-networkmanager; then
  begin debian-12-amd64-networkmanager amd64 amd64 network-manager nftables iptables
  running x86_64 "BOOT_IMAGE=/boot/vmlinuz-$kernel root=UUID=6d1b0f4e-2f0b-4c57-9d4e-0c6a8f6b7d11 ro quiet" little
  modules nf_tables nfnetlink ipv6
  network_manager
  keep usr/lib/systemd/system/nftables.service
  enable NetworkManager.service multi-user.target
  active NetworkManager.service ssh.service
fi

if wanted debian-12-cloud-amd64-firewalld; then
  begin debian-12-cloud-amd64-firewalld amd64 cloud-amd64 firewalld nftables iptables
  running x86_64 "BOOT_IMAGE=/boot/vmlinuz-$kernel root=PARTUUID=9c1f0d52-01 ro console=ttyS0" little
  modules nf_tables nfnetlink nft_ct nft_chain_nat nft_fib_inet nft_fib nft_fib_ipv4 nft_fib_ipv6 nft_reject_inet nft_reject nf_reject_ipv4 nf_reject_ipv6 nf_conntrack nf_nat ip_set
  keep usr/lib/systemd/system/firewalld.service usr/lib/systemd/system/nftables.service
  enable firewalld.service multi-user.target
  ln -sfn /lib/systemd/system/firewalld.service "$root/etc/systemd/system/dbus-org.fedoraproject.FirewallD1.service"
  active firewalld.service ssh.service
fi

if wanted debian-12-arm64-stock; then
  begin debian-12-arm64-stock arm64 arm64 nftables iptables
  running aarch64 "BOOT_IMAGE=/boot/vmlinuz-$kernel root=LABEL=root ro" little
  modules ip_tables ip6_tables x_tables
  keep usr/lib/systemd/system/nftables.service
  active ssh.service
fi

if wanted debian-12-ppc64el-netfilter-persistent; then
  begin debian-12-ppc64el-netfilter-persistent ppc64el powerpc64le netfilter-persistent iptables-persistent iptables
  running ppc64le "BOOT_IMAGE=/boot/vmlinux-$kernel root=UUID=0b6e7a4c-93d5-4c1e-8f52-2a7d1c90be34 ro quiet" little
  modules nft_compat nf_tables nfnetlink x_tables xt_conntrack nf_conntrack nf_defrag_ipv4 nf_defrag_ipv6 xt_tcpudp
  keep usr/lib/systemd/system/netfilter-persistent.service usr/lib/systemd/system/netfilter-persistent.service.d
  enable netfilter-persistent.service multi-user.target
  # The names that iptables-persistent's drop-in gives it.
  for alias in iptables ip6tables; do
    ln -sfn /lib/systemd/system/netfilter-persistent.service "$root/etc/systemd/system/$alias.service"
  done
  active netfilter-persistent.service ssh.service
fi

if wanted debian-12-rt-amd64-prepared; then
  begin debian-12-rt-amd64-prepared amd64 rt-amd64 network-manager nftables iptables
  running x86_64 "BOOT_IMAGE=/boot/vmlinuz-$kernel root=/dev/mapper/system-root ro quiet isolcpus=managed_irq,domain,2-31 nohz_full=2-31 rcu_nocbs=2-31" little
  modules nf_tables nfnetlink ip_set xt_set x_tables ipip tunnel4 ip_tunnel vxlan ip6_udp_tunnel udp_tunnel nf_conntrack nf_defrag_ipv4 nf_defrag_ipv6
  network_manager
  put etc/NetworkManager/conf.d/calico.conf <<'CALICO'
[keyfile]
unmanaged-devices=interface-name:cali*;interface-name:tunl*;interface-name:vxlan.calico;interface-name:vxlan-v6.calico;interface-name:wireguard.cali;interface-name:wg-v6.cali
CALICO
  keep usr/lib/systemd/system/nftables.service
  enable NetworkManager.service multi-user.target
  active NetworkManager.service ssh.service
fi

if wanted debian-12-s390x-ufw-blocked; then
  begin debian-12-s390x-ufw-blocked s390x s390x ufw iptables
  running - "root=/dev/disk/by-path/ccw-0.0.0100-part1 module_blacklist=wireguard" big
  modules x_tables
  printf '# Site hardening\nblacklist vxlan\ninstall sctp /bin/false\ninstall ip_set /bin/true\n' | put etc/modprobe.d/hardening.conf
  keep usr/lib/systemd/system/ufw.service
  sed 's/^ENABLED=no/ENABLED=yes/' "$full/usr/share/ufw/ufw.conf" | put etc/ufw/ufw.conf
  enable ufw.service multi-user.target
  active ufw.service ssh.service
fi

if wanted empty; then
  mkdir -p "$hosts/empty/root"
  : > "$hosts/empty/root/.gitkeep"
fi
