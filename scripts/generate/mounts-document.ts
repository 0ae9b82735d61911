import { factPlaces } from '@calico-readiness/requirements';
import type { Loss } from './mounts/missing-mounts';
import { lossesWithout } from './mounts/missing-mounts';
import type { HostMount } from './mounts/pod-layout';
import { hostMounts } from './mounts/pod-layout';

const introduction = `# What the agent would not know without a mount

The agent's pod mounts directories of its host, each read-only. This table takes each of them away, on trees of an OpenShift
node, a RHEL node with firewalld, and a Debian node whose \`/bin\`, \`/sbin\` and \`/lib\` are links into \`/usr\`, and once are
none. It says what is then Unknown, of what was known before, when everything that Calico can be asked for is judged. No
requirement was ever judged differently without a mount: it is Unknown, or as it was.

Written by \`npm run generate-docs\`; a test holds it against the agent.
`;

const rights = `## Rights

| right | without it | shown by |
|---|---|---|
| \`CAP_SYS_PTRACE\`, \`CAP_DAC_READ_SEARCH\` | who holds a port, if it is not root: \`calico-host-ports-free\` is Unknown where one is held | \`agent/reference-programs/chart/host-directories.spec.ts\` |
| \`CAP_NET_RAW\` | whether BGP passes where no session is up | \`agent/reference-programs/flows/engine-visits.spec.ts\` |
| the network of the host | the agent would see the ports and devices of its pod, and could not reach the API before Calico runs | not tried: it takes a kubelet |
| root, \`spc_t\`, no AppArmor profile | files and processes of the host could not be read | not tried: it takes SELinux or AppArmor |
| \`get\` on Nodes | no report is written: its Node would not own it | \`agent/reference-programs/kubernetes-api/agent-rights.spec.ts\` |
| \`get\`, \`create\` on NodeReports, \`patch\` on their status | no report is written | \`agent/reference-programs/kubernetes-api/agent-rights.spec.ts\` |
| \`patch\` on NodeReports | the report has no label with its verdict | \`agent/reference-programs/kubernetes-api/agent-rights.spec.ts\` |
| \`watch\` on NodeReports and on ReadinessPolicies | a request to look again, or a new policy, is not heard | \`agent/reference-programs/kubernetes-api/agent-rights.spec.ts\` |
| \`get\` on ReadinessPolicies | the node is judged by a default installation of Calico | \`agent/reference-programs/kubernetes-api/agent-rights.spec.ts\` |
| \`get\` on EndpointSlices named \`kubernetes\` | the API servers cannot be tested one by one: \`kube-apiserver-reachable\` is Unknown | \`agent/src/cluster/access/api-access-tests.spec.ts\` |
`;

/** docs/mounts.md: each mount of the agent's pod, and what would be Unknown without it. */
export async function mountsDocument(): Promise<string> {
  const losses = await lossesWithout(hostMounts());
  return [
    introduction,
    '| directory of the host | facts that come from there | facts missing without it | requirements Unknown without it |',
    '|---|---|---|---|',
    ...losses.map(row),
    '',
    'Where a number is 0, no file of these trees decides there, or the same file is to be had elsewhere. The agent takes a',
    'directory that is missing for one that the host does not have.',
    '',
    rights,
    '## Requirements',
    '',
    ...losses
      .filter(({ requirements }) => requirements.length > 0)
      .map(({ mount, requirements }) => `- Without \`${mount.host}\`: ${code(requirements)}.`),
    '',
  ].join('\n');
}

/** Directories of which no fact says that it comes from there. */
const others: Readonly<Record<string, string>> = {
  '/bin': 'what `/usr` has, where it is no link into it',
  '/sbin': 'what `/usr` has, where it is no link into it',
  '/lib': 'what `/usr` has, where it is no link into it',
};

const row = ({ mount, facts, requirements }: Loss): string =>
  `| \`${mount.host}\` | ${code(factsFrom(mount)) || (others[mount.host] ?? '')} | ${code(facts) || 'none'} | ${String(requirements.length)} |`;

const code = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');

/** A fact may come from several places, one of them below this mount and below no smaller one. */
const factsFrom = ({ host }: HostMount): readonly string[] =>
  Object.entries(factPlaces)
    .filter(([, places]) => places.some((place) => place === host || place.startsWith(`${host}/`)))
    .map(([name]) => name);
