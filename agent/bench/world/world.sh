# Runs in new mount, network and PID namespaces: mounts what a running host has on its root directory $1, with the files of
# $2 in the place of what this machine's kernel says of itself, and becomes the program $3 with the root as its own.
# $4 is the number of devices and $5 that of mounts that pods have. Prints first which process that is outside.
set -eu
read -r self rest < /proc/self/stat
echo "$self"
root=$1 kernel=$2 program=$3 devices=$4 mounts=$5

mount --make-rprivate /
mount --bind "$root" "$root"
mount -t proc none "$root/proc"
mount -t sysfs none "$root/sys"
mount -t cgroup2 none "$root/sys/fs/cgroup"
mount -t bpf none "$root/sys/fs/bpf" || true
for name in run tmp dev var/lib/kubelet; do mount -t tmpfs none "$root/$name"; done
for name in null zero random urandom; do : > "$root/dev/$name"; mount --bind "/dev/$name" "$root/dev/$name"; done
mount --bind "$kernel/osrelease" "$root/proc/sys/kernel/osrelease"
[ ! -e "$root/proc/config.gz" ] || mount --bind "$kernel/config.gz" "$root/proc/config.gz"

in_root() { chroot "$root" "$@"; }
in_root ip link set lo up
if [ "$devices" -gt 0 ]; then
  in_root ip link add eth0 type veth peer name wire
  in_root ip link set wire up
  in_root ip address add 192.0.2.10/24 dev eth0
  in_root ip link set eth0 up
  in_root ip link add vxlan.calico type vxlan id 4096 local 192.0.2.10 dev eth0 dstport 4789 nolearning
  in_root ip link set vxlan.calico up
fi
for number in $(seq "$devices"); do
  in_root ip link add "cali$number" type veth peer name "pod$number"
  in_root ip link set "cali$number" up
  in_root ip link set "pod$number" up
done

# A container has an overlay for its files, a pod a tmpfs for its token.
pods=$root/var/lib/kubelet/pods
for number in $(seq $((mounts / 2))); do
  pod=$pods/00000000-0000-4000-8000-$(printf %012d "$number")
  mkdir -p "$pod/token" "$pod/rootfs" "$pod/upper" "$pod/work"
  mount -t tmpfs tmpfs "$pod/token"
  mount -t overlay overlay -o "lowerdir=$root/etc,upperdir=$pod/upper,workdir=$pod/work" "$pod/rootfs"
done

ulimit -S -n 8192
exec chroot "$root" /usr/bin/perl -e "$program"
