import { readFileSync } from 'node:fs';
import { describeMinimum } from '../derived/kernel-release';
import type { CalicoVersion } from '../model/profile-choices';
import { calicoVersions } from '../model/profile-choices';
import { defaultProfileValuesFor } from '../model/profile-defaults';
import { inEnglish } from '../model/message';
import { catalogue, catalogueFor, requirementById } from '.';
import type { CalicoRelease } from './calico-release';
import { calicoRelease, releaseHistories } from './calico-releases';
import type { ReleaseStep } from './release-history';
import { stepIn } from './release-history';
import { sentenceHistories } from './release-sentences';

const histories: readonly (readonly [string, readonly ReleaseStep<unknown>[]])[] = [
  ...Object.entries(releaseHistories),
  ...Object.entries(sentenceHistories),
];

const pairs = calicoVersions.slice(1).map((version, index) => [calicoVersions[index]!, version] as const);
const names = Object.keys(releaseHistories) as (keyof CalicoRelease)[];

/** A place where a reader finds it: repository, tag or branch and path; or the requirements document itself. */
const sourcePattern =
  /^(tigera\/docs (main|archive-oss?-3\.\d+): calico_versioned_docs\/version-(?<documented>3\.\d+)\/[^\s;]+|projectcalico\/calico v(?<tagged>3\.\d+)\.\d+: [^;]+|requirements\/fixtures\/system-requirements\.txt)(; the same in v3\.32(\.\d+)?)?$/;

describe('the history of the Calico releases', () => {
  it.each(histories)('says of every step of %s where it was read, in that very release', (_name, history) => {
    for (const { since, source } of history) {
      const { documented, tagged } = sourcePattern.exec(source)?.groups ?? {};
      expect(source).toMatch(sourcePattern);
      expect(`v${documented ?? tagged ?? '3.25'}`).toBe(since);
    }
  });

  it.each(histories)('begins %s with the first release and goes on in order, each step a change', (_name, history) => {
    const positions = history.map(({ since }) => calicoVersions.indexOf(since));
    expect(positions[0]).toBe(0);
    expect(positions).toEqual([...new Set(positions)].sort((one, other) => one - other));
    for (const [index, { value }] of history.slice(1).entries()) expect(value).not.toEqual(history[index]!.value);
  });

  it.each(histories.filter(([, history]) => history.length === 1))(
    'says that %s, which never changed, was read again in the last release',
    (_name, history) => {
      expect(history[0]!.source).toContain(`; the same in ${calicoVersions.at(-1)}`);
    },
  );

  it.each(pairs)('has a source for every difference between %s and %s', (before, version) => {
    const differing = names.filter(
      (name) => JSON.stringify(calicoRelease(before)[name]) !== JSON.stringify(calicoRelease(version)[name]),
    );
    const stepping = names.filter((name) =>
      releaseHistories[name].some(({ since, source }) => since === version && source !== ''),
    );
    expect(differing).toEqual(stepping);
  });

  it.each(pairs)(
    'explains with a step every text that differs between the catalogues of %s and %s',
    (before, version) => {
      const texts = (of: CalicoVersion): string[] =>
        catalogueFor(of).map(({ id, needed, remedy, links, releaseSentences }) =>
          JSON.stringify([id, needed, remedy, links, releaseSentences]),
        );
      const earlier = texts(before);
      const differing = texts(version).filter((text, index) => text !== earlier[index]);
      if (differing.length > 0)
        expect(histories.some(([, history]) => history.some(({ since }) => since === version))).toBe(true);
    },
  );

  it.each([
    ['v3.25', [3, 10], [5, 3], 'absent', 'none', [443, 8443], 'Iptables'],
    ['v3.26', [3, 10], [5, 3], 'absent', 'none', [443, 8443], 'Iptables'],
    ['v3.27', [3, 10], [5, 3], 'absent', 'none', [443, 8443], 'Iptables'],
    ['v3.28', [3, 10], [5, 3], 'absent', 'none', [443, 8443], 'Iptables'],
    ['v3.29', [5, 10], [5, 3], 'tech preview', 'Disabled', [443, 6443], 'Iptables'],
    ['v3.30', [5, 10], [5, 3], 'tech preview', 'Disabled', [443, 6443], 'BPF'],
    ['v3.31', [5, 10], [5, 10], 'documented', 'Disabled', [443, 6443], 'BPF'],
    ['v3.32', [5, 10], [5, 10], 'documented', 'Auto', [443, 6443], 'BPF'],
  ] as const)('knows %s', (version, kernel, ebpfKernel, nftables, nftablesMode, ports, dataplane) => {
    const release = calicoRelease(version);
    expect(release.kernelMinimum.documented).toEqual(kernel);
    expect(release.ebpfKernelMinimum.other).toEqual(ebpfKernel);
    expect(release.ebpfCodeKernelMinimum).toEqual({ enterpriseLinux: [4, 18, 0, 193], other: [5, 3] });
    expect(release.nftablesDataplane.status).toBe(nftables);
    expect(release.nftablesModeDefault).toBe(nftablesMode);
    expect(release.apiserverPorts).toEqual(ports);
    expect(release.openshiftDefault.dataplane).toBe(dataplane);
    expect(defaultProfileValuesFor(version).dataplane).toBe(dataplane);
  });

  it('takes the first step for a release that only another catalogue knows', () => {
    expect(stepIn(releaseHistories.kernelMinimum, 'v9.99' as CalicoVersion)).toBe(releaseHistories.kernelMinimum[0]);
    expect(catalogueFor('v9.99' as CalicoVersion)).toBe(catalogue);
  });
});

describe('the sentences of the releases', () => {
  const document = readFileSync(new URL('../../fixtures/system-requirements.txt', import.meta.url), 'utf8').replace(
    /\s+/g,
    ' ',
  );

  it.each(Object.entries(sentenceHistories))(
    'begin with the words that the document has and %s quotes',
    (id, [first]) => {
      const origin = requirementById(id)?.origin;
      for (const text of first.value) {
        expect(document).toContain(text);
        expect(origin?.kind === 'document' && origin.quotes.some((quote) => quote.includes(text))).toBe(true);
      }
    },
  );

  it('stand beside the quotes of a later release, with their source, and never in the first', () => {
    expect(catalogueFor('v3.25')).toEqual(catalogue);
    expect(requirementById('kernel-version-supported', 'v3.29')?.releaseSentences).toEqual([
      {
        text: 'Linux kernel 5.10 or later with required dependencies.',
        source: 'tigera/docs main: calico_versioned_docs/version-3.29/_includes/partials/_system-requirements.mdx',
      },
    ]);
  });

  it.each(calicoVersions)('say the ports, kernels and distributions of %s as its data has them', (version) => {
    const release = calicoRelease(version);
    const said = (id: string): string => {
      const requirement = requirementById(id, version)!;
      const quotes = requirement.origin.kind === 'document' ? requirement.origin.quotes : [];
      return (requirement.releaseSentences?.map(({ text }) => text) ?? quotes).join(' ');
    };
    expect(said('kernel-version-supported')).toContain(
      `Linux kernel ${describeMinimum(release.kernelMinimum.documented)} or later`,
    );
    expect(said('kube-apiserver-reachable')).toContain(`TCP ${release.apiserverPorts.join(' or ')}*`);
    for (const name of release.distributions.names) expect(said('linux-distribution-supported')).toContain(name);
  });
});

describe('the texts of a release', () => {
  it.each(calicoVersions)('say the minima of %s', (version) => {
    const { kernelMinimum, ebpfKernelMinimum } = calicoRelease(version);
    const needed = (id: string): string => inEnglish(requirementById(id, version)!.needed);
    expect(needed('kernel-version-supported')).toContain(`Linux ${describeMinimum(kernelMinimum.documented)} or later`);
    expect(needed('ebpf')).toContain(
      `Linux ${describeMinimum(ebpfKernelMinimum.other)}, or RHEL ${describeMinimum(ebpfKernelMinimum.enterpriseLinux)}, or later`,
    );
  });

  it.each(calicoVersions)('lead from %s to the page that says them', (version) => {
    const urls = catalogueFor(version).flatMap(({ links }) => links.map(({ url }) => url));
    const archived = urls.filter((url) => url.includes('/3.25/'));
    expect(archived.length > 0).toBe(calicoVersions.indexOf(version) < calicoVersions.indexOf('v3.29'));
  });

  it('do not tell to use a later Calico where it is in use', () => {
    const remedies = calicoVersions
      .slice(1)
      .map((version) => inEnglish(requirementById('iptables-backend-consistent', version)!.remedy));
    expect(new Set(remedies)).toEqual(
      new Set(['Set iptablesBackend in FelixConfiguration to the variant that kube-proxy uses.']),
    );
  });
});

describe('a Calico release', () => {
  it.each(calicoVersions)('%s is put together once, and no caller can change it', (version) => {
    expect(calicoRelease(version)).toBe(calicoRelease(version));
    expect(Object.isFrozen(calicoRelease(version))).toBe(true);
  });

  it('that only another catalogue knows is the oldest, and takes no memory', () => {
    expect(calicoRelease('v9.99' as CalicoVersion)).toBe(calicoRelease('v8.88' as CalicoVersion));
    expect(calicoRelease('v9.99' as CalicoVersion)).toEqual(calicoRelease(calicoVersions[0]));
  });
});
