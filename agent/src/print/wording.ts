import type {
  Chapter,
  ClusterProfile,
  Connectivity,
  NodeVerdict,
  ProfileSource,
  Summary,
  Verdict,
} from '@calico-readiness/requirements';
import { profileValues } from '@calico-readiness/requirements';

/** The headings of the requirements document, by chapter. */
export const chapterTitles: Readonly<Record<Chapter, string>> = {
  node: 'Node requirements',
  datastore: 'Key/value store',
  network: 'Network requirements',
  privileges: 'Privileges',
  openshift: 'OpenShift requirements',
  kernel: 'Kernel dependencies',
};

/** Verdicts as words for a column. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  Pass: 'Pass',
  Warn: 'Warn',
  Fail: 'Fail',
  Unknown: 'Unknown',
  NotApplicable: 'Not applicable',
};

/** A node's verdict as words. */
export const nodeVerdictWords: Readonly<Record<NodeVerdict, string>> = {
  Ready: 'Ready',
  NotReady: 'Not ready',
  Unknown: 'Unknown',
};

/** The connectivity as words. */
export const connectivityWords: Readonly<Record<Connectivity, string>> = {
  Verified: 'verified',
  NotVerified: 'not verified',
  Broken: 'broken',
};

/** All five counts, also the zeros: a total that hides one cannot be added up. */
export const summaryText = (summary: Summary): string =>
  [
    `${String(summary.pass)} pass`,
    `${String(summary.warn)} warn`,
    `${String(summary.fail)} fail`,
    `${String(summary.unknown)} unknown`,
    `${String(summary.notApplicable)} not applicable`,
  ].join(', ');

/** The profile in one line, with who said so: `Calico v3.25, Iptables, …; declared: dataplane; all else defaulted`. */
export function profileText(profile: ClusterProfile): string {
  const values = profileValues(profile);
  const parts = [
    `Calico ${values.calicoVersion}`,
    `dataplane ${values.dataplane}`,
    values.encapsulation.length === 0 ? 'no encapsulation' : values.encapsulation.join(' and '),
    values.bgp ? 'BGP' : 'no BGP',
    values.ipFamilies.join(' and '),
    values.kubeProxyMode === 'none' ? 'no kube-proxy' : `kube-proxy ${values.kubeProxyMode}`,
    ...(values.wireguard ? ['WireGuard'] : []),
    ...(values.sctp ? ['SCTP'] : []),
    values.typha ? 'Typha' : 'no Typha',
  ];
  return `${parts.join(', ')} (${sourcesText(profile)})`;
}

function sourcesText(profile: ClusterProfile): string {
  const names = (source: ProfileSource): string[] =>
    Object.entries(profile)
      .filter(([, field]) => field.source === source)
      .map(([name]) => name);
  const told = (['declared', 'detected'] as const)
    .map((source) => ({ source, fields: names(source) }))
    .filter(({ fields }) => fields.length > 0)
    .map(({ source, fields }) => `${source}: ${fields.join(', ')}`);
  if (told.length === 0) return 'all defaulted';
  return names('defaulted').length === 0 ? told.join('; ') : `${told.join('; ')}; the rest defaulted`;
}
