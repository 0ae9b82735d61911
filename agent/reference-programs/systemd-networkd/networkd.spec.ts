import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { calicoNetwork } from '@calico-readiness/requirements';
import fc from 'fast-check';
import { createHostFiles } from '../../src/host/create-host-files';
import { bytesOfName } from '../../src/host/file-name';
import { kernelCommandLineWords } from '../../src/parsers/proc/kernel-command-line';
import { readNetworkFiles } from '../../src/probes/systemd-networkd/network-files';
import type { Link } from '../../src/programs/systemd-networkd/calico-links';
import type { LinkDecision } from '../../src/programs/systemd-networkd/managed-links';
import { decideLink } from '../../src/programs/systemd-networkd/managed-links';
import { generatedNetworkFilesArbitrary } from './generated-network-files';
import type { GeneratedNetworkFiles } from './network-file-tree';
import { networkDirectories, writeNetworkFiles } from './network-file-tree';
import { askNetworkd } from './networkd-in-namespace';

const directory = mkdtempSync(join(tmpdir(), 'calico-readiness-networkd-'));

afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** Kinds of links that every kernel has; tunnels and WireGuard are there by name, as links of another kind. */
const veth = (name: string, address?: string): Link => ({
  name,
  type: 'ether',
  kind: 'veth',
  drivers: ['veth'],
  ...(address !== undefined && { address }),
});
const vxlan = (name: string): Link => ({ name, type: 'vxlan', kind: 'vxlan', drivers: ['vxlan'] });

const links: readonly (readonly [Link, string])[] = [
  [veth('cali0d0e1f2a3b4', 'ee:ee:ee:ee:ee:ee'), 'address ee:ee:ee:ee:ee:ee type veth peer name pod0'],
  [veth('tunl0'), 'type veth peer name pod1'],
  [veth('wireguard.cali'), 'type veth peer name pod2'],
  [vxlan('vxlan.calico'), 'type vxlan id 4096 dstport 4789 local 127.0.0.1'],
  [vxlan('vxlan-v6.calico'), 'type vxlan id 4097 dstport 4790 local 127.0.0.1'],
];
const toMake = Object.fromEntries(links.map(([{ name }, words]) => [name, words]));

const host = { kernelCommandLine: kernelCommandLineWords(readFileSync('/proc/cmdline', 'utf8')) };

async function ourDecisions(root: string): Promise<ReadonlyMap<string, LinkDecision>> {
  const files = await readNetworkFiles(createHostFiles(root));
  if (files === undefined) throw new Error('no files');
  return new Map(links.map(([link]) => [link.name, decideLink(files, link, host)]));
}

/** What the daemon writes is read as UTF-8 here. */
const asPrinted = (path: string): string => bytesOfName(path).toString('utf8');

interface Difference {
  readonly files: GeneratedNetworkFiles;
  readonly link: string;
  readonly networkd: unknown;
  readonly ours: LinkDecision | undefined;
}

/** The network files of a fixture host, or of this machine's packages. */
const stock = (root: string): GeneratedNetworkFiles =>
  Object.fromEntries(
    networkDirectories.flatMap((directory) =>
      existsSync(join(root, directory))
        ? readdirSync(join(root, directory))
            .filter((name) => name.endsWith('.network'))
            .map((name) => [`${directory}/${name}`, readFileSync(join(root, directory, name), 'utf8')])
        : [],
    ),
  );

const fixture = (name: string): string => join(import.meta.dirname, '../../fixtures/hosts', name, 'root');

/** Compares what both say of every configuration; what we leave undecided is counted, and never wrong. */
async function compare(
  name: string,
  configurations: readonly GeneratedNetworkFiles[],
): Promise<{ readonly differences: readonly Difference[]; readonly undecided: number; readonly managed: number }> {
  const roots = configurations.map((files, index) => {
    const root = join(directory, `${name}-${String(index)}`);
    writeNetworkFiles(root, files);
    return root;
  });
  const answers = askNetworkd(toMake, roots);
  const differences: Difference[] = [];
  let [undecided, managed] = [0, 0];
  for (const [index, root] of roots.entries()) {
    const ours = await ourDecisions(root);
    for (const [link, networkd] of answers.get(root) ?? []) {
      const decision = ours.get(link);
      if (networkd.managed) managed += 1;
      if (decision?.managed === null) undecided += 1;
      else if (
        decision?.managed !== networkd.managed ||
        (decision.file !== undefined && asPrinted(decision.file) !== networkd.file)
      ) {
        differences.push({ files: configurations[index] ?? {}, link, networkd, ours: decision });
      }
    }
    rmSync(root, { recursive: true });
  }
  return { differences, undecided, managed };
}

describe('systemd-networkd', () => {
  const generated = fc.sample(generatedNetworkFilesArbitrary, { seed: 20250304, numRuns: 160 });

  it.each([0, 1, 2, 3])(
    'takes the links that we say it takes, by the same file, under generated configurations, part %i',
    async (part) => {
      const { differences, undecided, managed } = await compare(
        `generated-${String(part)}`,
        generated.slice(part * 40, part * 40 + 40),
      );
      expect(differences).toEqual([]);
      // Of 200 answers enough are there of either kind for the comparison to mean something.
      expect(managed).toBeGreaterThan(20);
      expect(undecided).toBeLessThan(100);
    },
  );

  it("takes nothing by what Ubuntu, Debian's systemd and netplan bring, and by Flatcar's files what we say", async () => {
    const stocks = [stock(fixture('ubuntu-24.04')), { ...stock('/'), 'etc/systemd/network/.keep': '' }];
    expect(await compare('stock', stocks)).toEqual({ differences: [], undecided: 0, managed: 0 });
    const { differences, undecided } = await compare('flatcar', [stock(fixture('flatcar-4081'))]);
    expect({ differences, undecided }).toEqual({ differences: [], undecided: 0 });
  });

  it('leaves alone what the file of the guide names, whatever comes behind it', async () => {
    const all = '[Match]\nName=*\n[Network]\nDHCP=no\n';
    const [taken, left] = [
      { 'run/systemd/network/10-all.network': all },
      { 'run/systemd/network/10-all.network': all, 'etc/systemd/network/05-calico.network': calicoNetwork },
    ];
    expect(await compare('taken', [taken])).toEqual({ differences: [], undecided: 0, managed: links.length });
    expect(await compare('left', [left])).toEqual({ differences: [], undecided: 0, managed: 0 });
  });
});
