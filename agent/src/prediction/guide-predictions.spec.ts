import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fixtureHosts } from '../../test/fixture-hosts';
import type { FixtureProfileName } from '../../test/fixture-profiles';
import { fixtureProfiles } from '../../test/fixture-profiles';
import type { FixtureVariant } from '../../test/fixture-variants';
import { withVariant } from '../../test/fixture-variants';
import { observeHost } from '../observation/observe-host';
import { changesFor, predictGuides } from './guide-predictions';

const lines = async (hostRoot: string, profile: FixtureProfileName): Promise<readonly string[]> => {
  const observation = await observeHost({ hostRoot, profile: fixtureProfiles[profile] });
  const predictions = await predictGuides({ hostRoot }, observation, changesFor(observation));
  return [...predictions].map(([requirement, { guide, verdict, reason }]) => {
    const now = observation.findings.find((finding) => finding.requirement === requirement);
    return `${requirement}: ${now?.reason ?? ''} -> ${verdict} ${reason} (${guide})`;
  });
};
const rootOf = (name: string): string => fixtureHosts.find((host) => host.name === name)?.root ?? name;

/** A host of the fixtures with some files, in a tree of its own. */
const withFiles = (
  base: string,
  files: Readonly<Record<string, string>>,
  use: (root: string) => Promise<void>,
): Promise<void> =>
  withVariant({ name: `files over ${base}`, base, removed: [] } satisfies Partial<FixtureVariant>, async (root) => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    await use(root);
  });
const only = (list: string): string => `[keyfile]\nunmanaged-devices=interface-name:${list}\n`;

describe('what is predicted of the change of a guide', () => {
  it.each<[string, FixtureProfileName, readonly string[]]>([
    [
      'rhcos-4.20',
      'default',
      ['networkmanager-ignores-tunl: InterfaceManaged -> Pass InterfaceIgnored (networkmanager)'],
    ],
    [
      'rhel-9.4-firewalld',
      'default',
      [
        'networkmanager-ignores-tunl: InterfaceManaged -> Pass InterfaceIgnored (networkmanager)',
        'firewalld-disabled: FirewalldActive -> Pass FirewalldOff (firewalld)',
      ],
    ],
    // A missing module is in no list: a file does not bring it.
    [
      'rhel-10-without-extra-modules',
      'default',
      ['networkmanager-ignores-tunl: InterfaceManaged -> Pass InterfaceIgnored (networkmanager)'],
    ],
    ['debian-12-rt-amd64-prepared', 'default', []],
    ['empty', 'default', []],
  ])('is said for every finding of %s that it is for (%s)', async (host, profile, expected) => {
    expect(await lines(rootOf(host), profile)).toEqual(expected);
  });

  it('does not suffice against a line that keeps the module out, nor for one that is missing', async () => {
    const files = { 'etc/modprobe.d/no-vxlan.conf': 'blacklist vxlan\n' };
    await withFiles('rhel-8.6-prepared', files, async (root) => {
      expect(await lines(root, 'all features')).toEqual([
        'vxlan-tunnel: ModuleBlacklisted -> Fail ModuleBlacklisted (kernel-modules)',
        'wireguard-tunnel: ModuleMissing -> Fail ModuleMissing (kernel-modules)',
      ]);
    });
  });

  const directory = 'etc/NetworkManager/conf.d';
  it('is of the file that does suffice where a later one replaces the list of the documented one', async () => {
    await withFiles('rhcos-4.20', { [`${directory}/zz.conf`]: only('eth1') }, async (root) => {
      const observation = await observeHost({ hostRoot: root, profile: fixtureProfiles.default });
      expect(changesFor(observation).map(({ change }) => change.files.map(({ path }) => path))).toEqual([
        [`/${directory}/~calico.conf`],
      ]);
      expect(await lines(root, 'default')).toEqual([
        'networkmanager-ignores-tunl: InterfaceManaged -> Pass InterfaceIgnored (networkmanager)',
      ]);
    });
  });

  it('does not suffice where a file of NetworkManager is read after every name that we write', async () => {
    await withFiles('rhcos-4.20', { [`${directory}/~~~~~last.conf`]: only('eth1') }, async (root) => {
      expect(await lines(root, 'default')).toEqual([
        'networkmanager-ignores-tunl: InterfaceManaged -> Fail InterfaceManaged (networkmanager)',
      ]);
    });
  });

  it('is nothing where the system of the host is not known, and with it who changes it', async () => {
    const host = await observeHost({ hostRoot: rootOf('rhcos-4.20'), profile: fixtureProfiles.default });
    const operatingSystem = { status: 'unavailable', reason: 'denied', source: 'etc/os-release' } as const;
    expect(changesFor({ ...host, facts: { ...host.facts, operatingSystem } })).toEqual([]);
  });

  it('is nothing when it takes too long, or is ended', async () => {
    const hostRoot = rootOf('rhcos-4.20');
    const observation = await observeHost({ hostRoot, profile: fixtureProfiles.default });
    const changes = changesFor(observation);
    await expect(predictGuides({ hostRoot }, observation, changes, 1)).rejects.toThrow(/took longer than 1 ms/);
    const signal = AbortSignal.abort();
    await expect(predictGuides({ hostRoot, signal }, observation, changes)).rejects.toThrow(/was ended/);
  });
});
