import type {
  ClusterProfile,
  Connectivity,
  Finding,
  HostFacts,
  NodeVerdict,
  Summary,
} from '@calico-readiness/requirements';
import { connectivity, evaluateNode, nodeVerdict, summarize } from '@calico-readiness/requirements';
import type { ProbeRun } from './gather-facts';
import { gatherFacts } from './gather-facts';
import { createHost } from '../host/create-host';
import type { HostFiles } from '../host/host-files';
import { HostMemory } from '../host/memory/host-memory';
import { oneLine } from '../foundation/untrusted-text';

export interface ObserveOptions {
  /** Directory that is the host's root; `/` is this machine. */
  readonly hostRoot: string;
  /** A kernel release to judge instead of the one that the host shows. */
  readonly kernelRelease?: string;
  readonly profile: ClusterProfile;
  /** Called as each probe ends. */
  readonly probeEnded?: (run: ProbeRun) => void;
  /** What earlier observations of the same host concluded from its files; this one adds to it. */
  readonly memory?: HostMemory;
  /** Ends the observation: what is not seen by then is unavailable. */
  readonly signal?: AbortSignal;
}

/** One look at one host: what was seen and what it means for the profile. */
export interface Observation {
  readonly facts: HostFacts;
  /** One for each requirement of scope host or flow, in catalogue order. */
  readonly findings: readonly Finding[];
  readonly verdict: NodeVerdict;
  readonly connectivity: Connectivity;
  readonly summary: Summary;
  readonly profile: ClusterProfile;
  /** When looking began: RFC 3339, UTC, milliseconds. What changed later may not have been seen. */
  readonly observedAt: string;
  /** proc/sys/kernel/random/boot_id (random(4)); left out when it cannot be read. */
  readonly bootID?: string;
  /** etc/hostname (hostname(5)) as a valid object name; left out when it cannot be read. */
  readonly hostName?: string;
}

/** Looks at a host and judges it. Reads only. Rejects with HostRootError when the root is no directory, else never. */
export async function observeHost({
  hostRoot,
  kernelRelease,
  profile,
  probeEnded,
  memory,
  signal,
}: ObserveOptions): Promise<Observation> {
  const observedAt = new Date().toISOString();
  const host = await createHost({
    root: hostRoot,
    ...(kernelRelease !== undefined && { kernelRelease }),
    ...(memory !== undefined && { memory }),
  });
  const [facts, bootID, hostName] = await Promise.all([
    gatherFacts(host, { ...(probeEnded !== undefined && { probeEnded }), ...(signal !== undefined && { signal }) }),
    shortText(host.files, 'proc/sys/kernel/random/boot_id'),
    shortText(host.files, 'etc/hostname'),
  ]);
  host.memory?.end();
  const findings = evaluateNode(facts, profile);
  const name = objectName(hostName);
  return {
    facts,
    findings,
    verdict: nodeVerdict(findings),
    connectivity: connectivity(findings),
    summary: summarize(findings),
    profile,
    observedAt,
    ...(bootID !== '' && { bootID }),
    ...(name !== '' && { hostName: name }),
  };
}

/** Observes the same host again and again: what has not changed since the last time is not looked at anew. */
export function hostObserver(
  options: Omit<ObserveOptions, 'profile' | 'memory'>,
): (profile: ClusterProfile) => Promise<Observation> {
  const memory = new HostMemory();
  return (profile) => observeHost({ ...options, profile, memory });
}

/** Empty when there is none; both files hold one short line. */
async function shortText(files: HostFiles, path: string): Promise<string> {
  const text = await files.readText(path, 4096);
  return text.status === 'observed' ? oneLine(text.value, 253) : '';
}

/** The nearest DNS-1123 subdomain, which is what Kubernetes accepts as a name; empty when nothing of the text can be kept. */
function objectName(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9.-]+/g, '-')
    .split('.')
    .map((label) => label.replace(/^-+|-+$/g, ''))
    .filter((label) => label !== '')
    .join('.');
}
