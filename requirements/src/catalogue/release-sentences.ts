import type { CalicoVersion } from '../model/profile-choices';
import type { ReleaseSentence } from '../model/requirement';
import type { RequirementId } from '../model/requirement-id';
import { requirementsSince329 } from './calico-releases';
import { quotes } from './quotes';
import type { ReleaseHistory, ReleaseStep } from './release-history';
import { stepIn } from './release-history';
import { documentationOf } from './release-sources';

type Sentences = readonly string[];

/** The document's own sentence, which later releases word differently. */
const document = (...value: Sentences): ReleaseStep<Sentences> => ({
  since: 'v3.25',
  value,
  source: 'requirements/fixtures/system-requirements.txt',
});

const since329 = (...value: Sentences): ReleaseStep<Sentences> => ({
  since: 'v3.29',
  value,
  source: documentationOf('v3.29', requirementsSince329),
});

const tunnels: ReleaseHistory<Sentences> = [
  document(quotes.tunnels),
  since329('IPIP, VXLAN, WireGuard support, if using Calico networking in one of those modes.'),
];

const ebpf: ReleaseHistory<Sentences> = [
  document(quotes.ebpf),
  {
    since: 'v3.27',
    value: ['eBPF (including the tc hook support) and XDP (if you want to use the eBPF data plane).'],
    source: documentationOf('v3.27', '_includes/components/ReqsKernel.js'),
  },
];

/** Sentences of the requirements document, by the requirement that quotes them, that a later release's page words differently. */
export const sentenceHistories: Partial<Readonly<Record<RequirementId, ReleaseHistory<Sentences>>>> = {
  'kernel-version-supported': [
    document('Linux kernel 3.10 or later with required dependencies.'),
    since329('Linux kernel 5.10 or later with required dependencies.'),
  ],
  'linux-distribution-supported': [
    document(
      'The following distributions have the required kernel, its dependencies, and are known to work well with Calico and OpenShift.',
      'RedHat Linux 7',
      'RedHat Container OS',
    ),
    since329(
      'The following distributions have the required kernel, its dependencies, and are known to work well with Calico.',
      'RHEL 8 or later',
    ),
  ],
  'typha-port-open': [
    document('Typha access Typha agent hosts Incoming TCP 5473 (default)'),
    since329('Calico networking with Typha enabled Typha agent hosts Incoming TCP 5473 (default)'),
  ],
  'kube-apiserver-reachable': [
    document('All kube-apiserver host Incoming Often TCP 443 or 8443*'),
    since329('All kube-apiserver host Incoming Often TCP 443 or 6443*'),
  ],
  'kubernetes-datastore-available': [
    document('Calico v3.25 requires a key/value store accessible by all Calico components.'),
    since329('Calico requires a key/value store accessible by all Calico components.'),
  ],
  'openshift-version-supported': [
    document('Calico v3.25 supports:', 'OpenShift Container Platform 4.3+'),
    since329('Calico supports the OpenShift Container Platform.'),
  ],
  'ipip-tunnel': tunnels,
  'vxlan-tunnel': tunnels,
  'wireguard-tunnel': tunnels,
  ebpf,
  'ebpf-tc-hook': ebpf,
  xdp: ebpf,
};

/** What the page of a release says in place of the document's sentences; empty where it says the same. */
export function releaseSentences(id: RequirementId, version: CalicoVersion): readonly ReleaseSentence[] {
  const history = sentenceHistories[id];
  if (history === undefined) return [];
  const step = stepIn(history, version);
  return step === history[0] ? [] : step.value.map((text) => ({ text, source: step.source }));
}
