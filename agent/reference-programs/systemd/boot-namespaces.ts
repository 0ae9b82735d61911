/** systemd needs a control group of its own to be the root of; the machine's own mounts of them may be of any kind. */
export const enterControlGroup = `set -e
mount --make-rprivate /
mount -t cgroup2 none "$1"
mkdir "$1/$3"
echo $$ > "$1/$3/cgroup.procs"
umount "$1"
exec unshare --cgroup --mount --pid --net --uts --ipc --fork --kill-child sh -c "$4" sh "$1" "$2" "$5" "$6"
`;

/**
 * A root of links to the machine's programs, read-only, below which only the tree's own units are seen. /etc and
 * /run stay directories of the tree, so that the agent reads from outside what systemd works with.
 */
export const changeRoot = `set -e
root=$1 tree=$2 unpacked=$3 systemd=$4
mount -t tmpfs none "$root"
cd "$root"
mkdir -p proc sys dev tmp etc run var machine usr/lib/systemd/system usr/local/lib/systemd/system
mount --bind /usr machine
mount -o remount,bind,ro machine
for path in machine/*; do name=\${path#machine/}; [ -e "usr/$name" ] || [ -L "usr/$name" ] || ln -s "/$path" "usr/$name"; done
for path in machine/lib/*; do name=\${path#machine/lib/}; [ -e "usr/lib/$name" ] || [ -L "usr/lib/$name" ] || ln -s "/$path" "usr/lib/$name"; done
for path in machine/lib/systemd/*; do name=\${path#machine/lib/systemd/}; [ -e "usr/lib/systemd/$name" ] || [ -L "usr/lib/systemd/$name" ] || ln -s "/$path" "usr/lib/systemd/$name"; done
for name in bin sbin lib lib64; do [ ! -e "/$name" ] || ln -s "usr/$name" "$name"; done
for path in etc var run usr/lib/systemd/system usr/local/lib/systemd/system; do mount --bind "$tree/$path" "$path"; done
# Before what was unpacked, which may be below it.
mount -t tmpfs none tmp
if [ -n "$unpacked" ]; then
  mkdir -p ".$unpacked"
  mount --bind "$unpacked" ".$unpacked"
  mount -o remount,bind,ro ".$unpacked"
  for path in "$unpacked"/usr/lib/systemd/* "$unpacked"/lib/systemd/*; do name=\${path##*/}; [ ! -e "$path" ] || [ -e "usr/lib/systemd/$name" ] || [ -L "usr/lib/systemd/$name" ] || ln -s "$path" "usr/lib/systemd/$name"; done
fi
mount -t proc none proc
mount -t sysfs -o ro none sys
mount -t cgroup2 none sys/fs/cgroup
mount -t tmpfs none dev
for name in null zero random urandom; do : > "dev/$name"; mount --bind "/dev/$name" "dev/$name"; done
exec chroot . "$systemd" --system --log-target=null --show-status=0
`;
