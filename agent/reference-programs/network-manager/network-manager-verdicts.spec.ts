import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { calicoInterfaces } from '@calico-readiness/requirements';
import fc from 'fast-check';
import type { HostTree } from '../../test/temporary-host';
import { removeTemporaryHosts } from '../../test/temporary-host';
import { generatedConfigurationArbitrary } from './generated-network-manager-files';
import { verdictConfigurationArbitrary } from './generated-network-manager-verdicts';
import type { Comparison, Verdict } from './network-manager-comparison';
import { compareWithDaemon } from './network-manager-comparison';

const resolverConfiguration = (): string | undefined =>
  existsSync('/etc/resolv.conf') ? readFileSync('/etc/resolv.conf', 'utf8') : undefined;

const ofThisMachine = resolverConfiguration();

afterAll(removeTemporaryHosts);

afterEach(() => {
  expect(resolverConfiguration()).toBe(ofThisMachine);
});

/** As many daemons at a time as there are processors. */
async function compareAll(trees: readonly HostTree[]): Promise<readonly (Comparison & { readonly tree: HostTree })[]> {
  const compared: (Comparison & { readonly tree: HostTree })[] = [];
  const waiting = [...trees];
  const work = async () => {
    for (let tree = waiting.shift(); tree !== undefined; tree = waiting.shift())
      compared.push({ ...(await compareWithDaemon(tree)), tree });
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return compared;
}

const readable = (tree: HostTree) =>
  Object.entries(tree).map(([path, content]) => [
    path,
    content instanceof Uint8Array ? Buffer.from(content).toString('latin1') : content,
  ]);

describe('a running NetworkManager', () => {
  const numRuns = 264;
  const inPart = 24;
  const arbitrary = fc.oneof({ weight: 5, arbitrary: verdictConfigurationArbitrary }, generatedConfigurationArbitrary);
  const configurations = fc.sample(arbitrary, { seed: 20250304, numRuns });
  const parts = Array.from({ length: numRuns / inPart }, (_unused, part) => part);
  const verdicts: Verdict[] = [];
  let running = 0;

  it.each(parts)('manages the devices that we say of generated files, part %i', async (part) => {
    const compared = await compareAll(configurations.slice(part * inPart, (part + 1) * inPart));
    for (const comparison of compared) {
      verdicts.push(...comparison.verdicts);
      if (comparison.daemon === 'running') running += 1;
    }
    const different = compared.filter(({ differences }) => differences.length > 0);
    expect(different.map(({ tree, differences }) => ({ differences, files: readable(tree) }))).toEqual([]);
  });

  it('was asked about enough, in both directions, and we left little undecided', () => {
    expect(running).toBeGreaterThanOrEqual(200);
    const undecided = verdicts.filter(({ ours }) => ours === null);
    expect(undecided.length / verdicts.length).toBeLessThanOrEqual(0.1);
    for (const of of calicoInterfaces) {
      // Where the kernel has no such type, another device has its name and is judged as what it is.
      const about = verdicts.filter((verdict) => verdict.of === of || verdict.of === `bridge ${of}`);
      const counted = [true, false].map((managed) => about.filter(({ ours }) => ours === managed).length);
      expect(Math.min(...counted), `${of}: ${counted.join(' and ')}`).toBeGreaterThanOrEqual(50);
    }
  });
});

describe('a rule that few generated files have', () => {
  const snippet = (content: string): HostTree => ({ 'etc/NetworkManager/conf.d/calico.conf': content });

  it.each<[string, HostTree]>([
    [
      'stops the search for some devices',
      snippet('[device-a]\nmatch-device=driver:veth\nstop-match=yes\n[device]\nmanaged=0\n'),
    ],
    ['stops the search for all', snippet('[device-a]\nstop-match=1\n[device-b]\nmanaged=0\n')],
    ['would stop the search, in no boolean', snippet('[device-a]\nstop-match=y\n[device-b]\nmanaged=0\n')],
    ['stops the search and decides', snippet('[device-a]\nstop-match=1\nmanaged=0\n[device]\nmanaged=1\n')],
    ['excepts a plain name', snippet('[keyfile]\nunmanaged-devices=except:vxlan.calico\n')],
    [
      'excepts a plain name of all',
      snippet('[keyfile]\nunmanaged-devices=*;except:vxlan.calico;except:interface-name:vxlan-v6.calico\n'),
    ],
    ['has a type in capitals', snippet('[keyfile]\nunmanaged-devices=type:VXLAN;type:Ethernet\n')],
    ['has the type of a veth', snippet('[keyfile]\nunmanaged-devices=type:veth\n')],
    ['has the type ethernet', snippet('[keyfile]\nunmanaged-devices=type:ethernet\n')],
    [
      'has names between blanks',
      snippet('[keyfile]\nunmanaged-devices=interface-name:vxlan.calico interface-name:cali*\n'),
    ],
    [
      'has a name before a blank and more',
      snippet('[keyfile]\nunmanaged-devices=interface-name:vxlan.calico0 ,interface-name:vxlan.calico  1\n'),
    ],
    [
      'has tunnel types of every kind',
      snippet('[device-tunnels]\nmatch-device=type:vxlan,type:iptunnel,type:wireguard,type:bridge\nmanaged=0\n'),
    ],
    [
      'is repeated in a section that is repeated',
      snippet('[device-a]\nmanaged=1\n[device-b]\nmanaged=0\n[device-a]\nmanaged=0\n'),
    ],
    [
      "is NetworkManager's own and void since the user's changed",
      {
        ...snippet('[keyfile]\nunmanaged-devices=driver:veth\n'),
        'var/lib/NetworkManager/NetworkManager-intern.conf':
          '[keyfile]\n.was.unmanaged-devices=*\n.set.unmanaged-devices=driver:vxlan\n',
      },
    ],
    [
      "is NetworkManager's own and in force",
      {
        ...snippet('[keyfile]\nunmanaged-devices=driver:veth\n'),
        'var/lib/NetworkManager/NetworkManager-intern.conf':
          '[keyfile]\n.was.unmanaged-devices=driver:veth\n.set.unmanaged-devices=driver:vxlan\n',
      },
    ],
  ])('that %s acts as we say', async (_, tree) => {
    const { daemon, differences, verdicts } = await compareWithDaemon(tree);
    expect({ daemon, differences, undecided: verdicts.filter(({ ours }) => ours === null) }).toEqual({
      daemon: 'running',
      differences: [],
      undecided: [],
    });
  });
});

describe('a configuration file', () => {
  const snippet = (content: string | Uint8Array): HostTree => ({ 'etc/NetworkManager/conf.d/x.conf': content });
  const unmanaging = '[keyfile]\nunmanaged-devices=interface-name:cali*;driver:vxlan\n';

  it.each<[string, HostTree]>([
    ['with a line without a sign', snippet(`${unmanaging}managed\n`)],
    ['with an unclosed header', snippet('[device\nmanaged=0\n')],
    ['with text behind a header', snippet('[device] # pods\nmanaged=0\n')],
    ['with a comment that starts with a semicolon', snippet(`; tunnels\n${unmanaging}`)],
    ['with a continued line', snippet('[keyfile]\nunmanaged-devices=interface-name:cali*;\\\ninterface-name:tunl*\n')],
    [
      'with an indented second line',
      snippet('[keyfile]\nunmanaged-devices=interface-name:cali*;\n  interface-name:tunl*\n'),
    ],
    ['with a byte order mark', snippet(`\ufeff${unmanaging}`)],
    ['in UTF-16', snippet(Buffer.from(unmanaging, 'utf16le'))],
    ['whose lines end in carriage returns', snippet(unmanaging.replaceAll('\n', '\r'))],
    [
      'that its own condition disables and that has a line without a sign',
      snippet('[.config]\nenable=no\n[device]\nmanaged\n'),
    ],
    ['that is a directory', { 'etc/NetworkManager/conf.d/x.conf/': '' }],
    ['that is a link to nothing', { 'etc/NetworkManager/conf.d/x.conf': { linkTo: 'gone' } }],
    ['that is a link to /dev/null', { 'run/NetworkManager/conf.d/x.conf': { linkTo: '/dev/null' } }],
    ['of the vendor with a line without a sign', { 'usr/lib/NetworkManager/conf.d/x.conf': 'managed\n' }],
    [
      'that is the base file, with a line without a sign',
      { 'etc/NetworkManager/NetworkManager.conf': '[main]\nplugins\n' },
    ],
  ])('%s stops NetworkManager, as we say', async (_, tree) => {
    expect(await compareWithDaemon(tree)).toEqual({ daemon: 'ended', verdicts: [], differences: [] });
  });

  it.each<[string, HostTree]>([
    ['with carriage returns before its newlines', snippet(unmanaging.replaceAll('\n', '\r\n'))],
    ['in Latin-1', snippet(Buffer.from(`# für Calico\n${unmanaging}`, 'latin1'))],
    [
      'that is empty and hides a broken one of the vendor',
      { ...snippet(''), 'usr/lib/NetworkManager/conf.d/x.conf': 'managed\n' },
    ],
    [
      'that is a link to another',
      { 'etc/NetworkManager/conf.d/x.conf': { linkTo: '../calico' }, 'etc/NetworkManager/calico': unmanaging },
    ],
    [
      'that is broken and has another ending',
      { ...snippet(unmanaging), 'etc/NetworkManager/conf.d/x.conf.rpmnew': 'managed\n' },
    ],
    [
      "that is broken and NetworkManager's own",
      { ...snippet(unmanaging), 'var/lib/NetworkManager/NetworkManager-intern.conf': 'managed\n' },
    ],
  ])('%s does not stop NetworkManager, as we say', async (_, tree) => {
    expect(await compareWithDaemon(tree)).toMatchObject({ daemon: 'running', differences: [] });
  });
});
