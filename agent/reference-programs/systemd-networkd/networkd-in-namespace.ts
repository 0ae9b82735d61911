import { runReferenceProgram } from '../reference-programs';
import { networkDirectories } from './network-file-tree';

/** What the daemon made of a link. */
export interface NetworkdAnswer {
  readonly managed: boolean;
  /** The file that it took for it, without leading slash. */
  readonly file?: string;
}

/** Links that networkd is to meet, by name, with the words of `ip link add` that make them. */
export type LinksToMake = Readonly<Record<string, string>>;

/**
 * The machine's root is only for reading, and networkd's directories are empty ones of the namespace. Without a bus networkd goes on.
 * It waits for udev to know a link, so the file is there that udev would write; its type comes from the kernel's uevent then.
 */
const preparation = `set -e
mount --make-rprivate /
mount -t tmpfs none /run
mkdir -p /run/systemd/network /run/systemd/netif/links /run/systemd/netif/leases /run/systemd/netif/lldp /run/etc /run/udev/data
cp /etc/passwd /etc/group /run/etc/
grep -q ^systemd-network: /run/etc/passwd || echo systemd-network:x:998:998::/:/bin/false >> /run/etc/passwd
grep -q ^systemd-network: /run/etc/group || echo systemd-network:x:998: >> /run/etc/group
place() {
  top=$1
  while [ ! -d $top ]; do top=\${top%/*}; done
  mount -t tmpfs none $top
  mkdir -p $1
}
for directory in ${networkDirectories.map((directory) => `/${directory}`).join(' ')}; do place $directory; done
for file in passwd group; do [ -e /etc/$file ] || : > /etc/$file; mount --bind /run/etc/$file /etc/$file; done
chown -R systemd-network:systemd-network /run/systemd/netif
mount -t sysfs none /sys
mount -o remount,bind,ro /
ip link set lo up
`;

const makeLinks = (links: LinksToMake): string =>
  Object.entries(links)
    .map(([name, words]) => `ip link add ${name} ${words}\nip link set ${name} up\n`)
    .join('');

/** One configuration: the daemon is started, decides about every link, and is stopped again. */
const decideAll = (links: LinksToMake, roots: readonly string[]): string => `
for net in /sys/class/net/*; do printf 'I:1\\n' > /run/udev/data/n$(cat $net/ifindex); done
decide() {
  for directory in ${networkDirectories.join(' ')}; do
    find /$directory -mindepth 1 -delete
    [ ! -d $1/$directory ] || cp -a $1/$directory/. /$directory/
  done
  rm -f /run/systemd/netif/links/*
  systemd-networkd > /dev/null 2>&1 &
  daemon=$!
  states=
  for name in ${Object.keys(links).join(' ')}; do states="$states /run/systemd/netif/links/$(cat /sys/class/net/$name/ifindex)"; done
  tries=0
  while [ $(cat $states 2> /dev/null | grep -cE '^ADMIN_STATE=(unmanaged|configuring|configured)$') -lt ${Object.keys(links).length} ] && [ $tries -lt 500 ]; do
    sleep 0.02
    tries=$((tries + 1))
  done
  echo "configuration $1"
  for name in ${Object.keys(links).join(' ')}; do
    echo "link $name $(grep -hE '^(ADMIN_STATE|NETWORK_FILE)=' /run/systemd/netif/links/$(cat /sys/class/net/$name/ifindex) | tr '\\n' ' ')"
  done
  kill $daemon
  wait $daemon || true
}
${roots.map((root) => `decide ${root}`).join('\n')}
`;

/** What a real systemd-networkd makes of these links under each configuration, by root and link. Throws when it does not run. */
export function askNetworkd(
  links: LinksToMake,
  roots: readonly string[],
): ReadonlyMap<string, ReadonlyMap<string, NetworkdAnswer>> {
  const { output, errors } = runReferenceProgram(
    'unshare',
    ['--fork', '--pid', '--mount', '--net', '--mount-proc', '--kill-child', 'sh'],
    preparation + makeLinks(links) + decideAll(links, roots),
  );
  const answers = new Map<string, Map<string, NetworkdAnswer>>();
  let current = new Map<string, NetworkdAnswer>();
  for (const line of output.split('\n')) {
    const [kind, name = '', ...properties] = line.trim().split(' ');
    if (kind === 'configuration') answers.set(name, (current = new Map()));
    if (kind !== 'link') continue;
    const state = valueOf(properties, 'ADMIN_STATE');
    if (state === undefined) throw new Error(`networkd said nothing of ${name}: ${errors}`);
    const file = valueOf(properties, 'NETWORK_FILE')?.slice(1);
    current.set(name, { managed: state !== 'unmanaged', ...(file !== undefined && { file }) });
  }
  if (answers.size !== roots.length)
    throw new Error(
      `networkd answered for ${String(answers.size)} of ${String(roots.length)} configurations: ${errors}`,
    );
  return answers;
}

const valueOf = (properties: readonly string[], key: string): string | undefined =>
  properties.find((property) => property.startsWith(`${key}=`))?.slice(key.length + 1);
