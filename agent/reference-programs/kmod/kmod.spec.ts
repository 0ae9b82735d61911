import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KernelModuleEntry } from '@calico-readiness/requirements';
import { kernelModuleTable } from '@calico-readiness/requirements';
import fc from 'fast-check';
import { createHostFiles } from '../../src/host/create-host-files';
import { kernelModulesProbe } from '../../src/probes/kernel-modules/kernel-modules';
import { copyFixtureForKmod, releaseOfFixture } from './fixture-module-tree';
import { generatedHostArbitrary, judgedModules } from './generated-module-trees';
import type { ModprobeStep } from './modprobe-in-tree';
import { askModprobe, modprobeKit } from './modprobe-in-tree';
import { requestsFor, verdictOfModprobe } from './modprobe-verdict';
import { release, removeModuleFiles, writeGeneratedHost } from './written-module-trees';

const directory = mkdtempSync(join(tmpdir(), 'calico-readiness-kmod-'));
const kit = modprobeKit(directory);

afterAll(() => rmSync(directory, { recursive: true, force: true }));

type States = Readonly<Record<string, string | undefined>>;

const statesOf = async (
  root: string,
  kernelRelease: string,
  entries: readonly KernelModuleEntry[],
): Promise<States> => {
  const { kernelModules } = await kernelModulesProbe.gather({
    files: createHostFiles(root),
    live: false,
    kernelRelease,
  });
  const states: States = kernelModules.status === 'observed' ? kernelModules.value : {};
  return Object.fromEntries(entries.map(({ name }) => [name, states[name]]));
};

/** Modprobe's answers, taken apart by module. */
function verdictsOf(
  root: string,
  answers: readonly (readonly ModprobeStep[])[],
  entries: readonly KernelModuleEntry[],
): States {
  let taken = 0;
  return Object.fromEntries(
    entries.map((entry) => {
      const own = answers.slice(taken, (taken += requestsFor(entry).length));
      return [entry.name, verdictOfModprobe(entry, own, (path) => existsSync(join(root, path)))];
    }),
  );
}

describe('modprobe', () => {
  const hosts = fc.sample(generatedHostArbitrary, { seed: 20250301, numRuns: 300 });
  const parts = Array.from({ length: 10 }, (_unused, part) => part);

  it.each(parts)('says the same as we do of generated hosts, part %i', async (part) => {
    for (const [index, host] of hosts.slice(part * 30, part * 30 + 30).entries()) {
      const root = join(directory, `host-${part}-${index}`);
      writeGeneratedHost(root, host);
      const entries = judgedModules(host);
      const answers = askModprobe(root, kit, release, entries.flatMap(requestsFor));
      removeModuleFiles(root, host);
      const expected = verdictsOf(root, answers, entries);
      expect(await statesOf(root, release, entries), JSON.stringify(host, undefined, 1)).toEqual(expected);
      rmSync(root, { recursive: true });
    }
  });

  it('is asked about hosts of every kind', () => {
    const forms = new Set(hosts.flatMap(({ modules }) => modules.map(({ form }) => form)));
    expect([...forms].sort()).toEqual(['built-in', 'ko', 'ko.xz', 'ko.zst', 'nowhere', 'removed']);
  });
});

/** What modprobe can't know, by module: its word and ours. */
type Beyond = Readonly<Record<string, { readonly modprobe: string; readonly ours: string; readonly why: string }>>;

/** A bool symbol: part of another module or of the kernel image, and in no index of modules. */
const sctp: Beyond = {
  nf_conntrack_proto_sctp: {
    modprobe: 'missing',
    ours: 'built-in',
    why: 'CONFIG_NF_CT_PROTO_SCTP=y is part of nf_conntrack',
  },
};

describe('modprobe on the fixture hosts', () => {
  it.each([
    ['debian-12-amd64-networkmanager', sctp],
    ['debian-12-cloud-amd64-firewalld', sctp],
    ['debian-12-arm64-stock', sctp],
    ['debian-12-ppc64el-netfilter-persistent', sctp],
    ['debian-12-rt-amd64-prepared', sctp],
    [
      'debian-12-s390x-ufw-blocked',
      {
        ...sctp,
        wireguard: {
          modprobe: 'loadable',
          ours: 'blocked',
          why: 'module_blacklist= is the kernel’s own, and modprobe does not read it',
        },
      },
    ],
  ] satisfies [string, Beyond][])(
    'says the same as we do of %s, but for what it cannot know',
    async (host, beyond: Beyond) => {
      const root = join(directory, host);
      copyFixtureForKmod(host, root);
      const kernelRelease = releaseOfFixture(host);
      const answers = askModprobe(root, kit, kernelRelease, kernelModuleTable.flatMap(requestsFor));
      const verdicts = verdictsOf(root, answers, kernelModuleTable);
      const pick = (word: 'modprobe' | 'ours'): States =>
        Object.fromEntries(Object.entries(beyond).map(([name, words]) => [name, words[word]]));
      expect(verdicts).toMatchObject(pick('modprobe'));
      expect(await statesOf(root, kernelRelease, kernelModuleTable)).toEqual({ ...verdicts, ...pick('ours') });
    },
  );
});
