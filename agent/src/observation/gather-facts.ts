import type { HostFactName, HostFacts, UnavailableFact } from '@calico-readiness/requirements';
import { hostFactNames, unavailable } from '@calico-readiness/requirements';
import type { Host } from '../host/host-files';
import { probes as everyProbe } from '../probes';
import type { AnyProbe } from '../probes/probe';

/** How to look at a host; for tests and for slow hosts. */
export interface GatherOptions {
  /** Milliseconds that one probe may take. */
  readonly timeLimit?: number;
  /** Other probes than those of the agent, in the order of their start. */
  readonly probes?: readonly AnyProbe[];
}

const defaultTimeLimit = 10_000;

/**
 * Looks at a host: runs every probe, each on its own, and never rejects. A probe that throws or takes too
 * long makes its own facts unavailable (`failed`, `timed-out`) and no others.
 */
export async function gatherFacts(
  host: Host,
  { timeLimit = defaultTimeLimit, probes = everyProbe }: GatherOptions = {},
): Promise<HostFacts> {
  const gathered = await Promise.all(probes.map((probe) => gatherWithin(probe, host, timeLimit)));
  const facts: Partial<HostFacts> = Object.assign({}, ...gathered);
  const entries = hostFactNames.map((name) => [
    name,
    facts[name] ?? unavailable('unsupported', '', `no probe looks for ${name}`),
  ]);
  return Object.fromEntries(entries) as HostFacts;
}

async function gatherWithin(probe: AnyProbe, host: Host, timeLimit: number): Promise<Partial<HostFacts>> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Partial<HostFacts>>((resolve) => {
    timer = setTimeout(() => {
      resolve(allUnavailable(probe, unavailable('timed-out', probe.name, `took longer than ${String(timeLimit)} ms`)));
    }, timeLimit);
  });
  try {
    return await Promise.race([gatherAll(probe, host), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function gatherAll(probe: AnyProbe, host: Host): Promise<Partial<HostFacts>> {
  try {
    const facts: Partial<HostFacts> = await probe.gather(host);
    const silent = allUnavailable(probe, unavailable('failed', probe.name, 'the probe returned nothing'));
    return Object.fromEntries(probe.facts.map((name) => [name, facts[name] ?? silent[name]]));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return allUnavailable(probe, unavailable('failed', probe.name, message.slice(0, 200)));
  }
}

const allUnavailable = (probe: AnyProbe, fact: UnavailableFact): Partial<Record<HostFactName, UnavailableFact>> =>
  Object.fromEntries(probe.facts.map((name) => [name, fact]));
