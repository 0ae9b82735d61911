import type {
  ClusterProfile,
  Connectivity,
  Finding,
  HostFacts,
  NodeVerdict,
  ReportedPredictions,
  Summary,
  TestedFacts,
} from '@calico-readiness/requirements';
import { connectivity, evaluateNode, nodeVerdict, summarize } from '@calico-readiness/requirements';
import type { ProbeRun } from './gather-facts';
import { gatherFacts } from './gather-facts';
import { objectName } from './object-name';
import { createHost } from '../host/create-host';
import type { FileSystem } from '../host/file-system';
import type { HostFiles } from '../host/host-files';
import type { HostMemory } from '../host/memory/host-memory';
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
  /** Looks at the next boot instead of now; set by `predictHost`. */
  readonly prediction?: ObservedPrediction;
  /** What the agent found out by its own traffic; no file of the host shows it. */
  readonly tested?: TestedFacts;
  /** Ends the observation: what is not seen by then is unavailable. */
  readonly signal?: AbortSignal;
}

/** How a host is looked at as it would be. */
export interface ObservedPrediction {
  /** The host's files with a change laid over them. */
  readonly fileSystem: FileSystem;
  /** Takes out what of the facts the change may alter unseen. */
  readonly correct: (facts: HostFacts) => HostFacts;
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
  /** What the guides' changes would make of findings, by requirement; left out where none was predicted (prediction/guide-predictions.ts). */
  readonly predictions?: ReportedPredictions;
}

/** Looks at a host and judges it. Reads only. Rejects with HostRootError when the root is no directory, else never. */
export async function observeHost({
  hostRoot,
  kernelRelease,
  profile,
  probeEnded,
  memory,
  prediction,
  tested,
  signal,
}: ObserveOptions): Promise<Observation> {
  const observedAt = new Date().toISOString();
  const host = await createHost({
    root: hostRoot,
    ...(kernelRelease !== undefined && { kernelRelease }),
    ...(memory !== undefined && { memory }),
    ...(prediction !== undefined && { fileSystem: prediction.fileSystem, when: 'next boot' as const }),
  });
  const [seen, bootID, hostName] = await Promise.all([
    gatherFacts(host, {
      ...(probeEnded !== undefined && { probeEnded }),
      ...(tested !== undefined && { tested }),
      ...(signal !== undefined && { signal }),
    }),
    shortText(host.files, 'proc/sys/kernel/random/boot_id'),
    shortText(host.files, 'etc/hostname'),
  ]);
  host.memory?.end();
  const facts = prediction === undefined ? seen : prediction.correct(seen);
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

/** Empty when there is none; both files hold one short line. */
async function shortText(files: HostFiles, path: string): Promise<string> {
  const text = await files.readText(path, 4096);
  return text.status === 'observed' ? oneLine(text.value, 253) : '';
}
