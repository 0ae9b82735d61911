import { readFileSync } from 'node:fs';

/** Debian's 6.1 kernel of the fixtures, whose index says what needs what; its order of dependencies is depmod's. */
const indexOfDebian = new URL(
  '../../agent/fixtures/hosts/debian-12-amd64-networkmanager/root/usr/lib/modules/6.1.0-50-amd64/modules.dep',
  import.meta.url,
);

/** A module's path below `kernel/` without suffix, and those of the modules that it needs. */
export interface ModulePath {
  readonly path: string;
  readonly needs: readonly string[];
}

const withoutSuffix = (path: string): string => path.replace(/^kernel\//, '').replace(/\.ko$/, '');

const debian = new Map(
  readFileSync(indexOfDebian, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): [string, ModulePath] => {
      const [path = '', needs = ''] = line.split(':');
      const own = withoutSuffix(path);
      return [
        nameOf(own),
        {
          path: own,
          needs: needs
            .trim()
            .split(/\s+/)
            .filter((need) => need !== '')
            .map(withoutSuffix),
        },
      ];
    }),
);

const tracking = [
  'net/netfilter/nf_conntrack',
  'net/ipv6/netfilter/nf_defrag_ipv6',
  'net/ipv4/netfilter/nf_defrag_ipv4',
  'lib/libcrc32c',
];

/** Modules that Linux 6.1 does not have any more, and those that the Debian tree leaves out. */
const others: Readonly<Record<string, ModulePath>> = {
  nf_log_ipv4: { path: 'net/ipv4/netfilter/nf_log_ipv4', needs: ['net/netfilter/nf_log_common'] },
  nf_log_ipv6: { path: 'net/ipv6/netfilter/nf_log_ipv6', needs: ['net/netfilter/nf_log_common'] },
  nft_chain_nat_ipv4: {
    path: 'net/ipv4/netfilter/nft_chain_nat_ipv4',
    needs: ['net/netfilter/nf_tables', 'net/netfilter/nfnetlink', 'net/netfilter/nf_nat', ...tracking],
  },
  ipt_MASQUERADE: { path: 'net/ipv4/netfilter/ipt_MASQUERADE', needs: ['net/netfilter/nf_nat', ...tracking] },
  ip6t_MASQUERADE: { path: 'net/ipv6/netfilter/ip6t_MASQUERADE', needs: ['net/netfilter/nf_nat', ...tracking] },
  'vfio-pci': { path: 'drivers/vfio/pci/vfio-pci', needs: [] },
  em_ipset: { path: 'net/sched/em_ipset', needs: ['net/netfilter/ipset/ip_set', 'net/netfilter/nfnetlink'] },
};

/** Where a module is and what it needs. Throws for one that nobody described. */
export function modulePath(name: string): ModulePath {
  const found = others[name] ?? debian.get(name);
  if (found === undefined) throw new Error(`no path is known of the module ${name}`);
  return found;
}

/** The module's name with `_`. */
export function nameOf(path: string): string {
  return path.replace(/.*\//, '').replaceAll('-', '_');
}

/** Aliases of Debian's modules, which say which of the catalogue's aliases a module of that time has. */
export const aliasesOfDebian: ReadonlySet<string> = new Set(
  readFileSync(new URL('modules.alias', indexOfDebian), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('alias ')),
);
