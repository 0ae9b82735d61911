import type { HostFactName, HostFacts, TestedFacts, UnavailableFact } from '@calico-readiness/requirements';
import { hostFactNames, notTested, testedFactNames, unavailable } from '@calico-readiness/requirements';
import type { Host } from '../host/host';
import { stoppableFiles } from '../host/stoppable-files';
import { probes as everyProbe } from '../probes';
import type { AnyProbe } from '../probes/probe';

/** How to look at a host; for tests and for slow hosts. */
export interface GatherOptions {
  /** Milliseconds that one probe may take. */
  readonly timeLimit?: number;
  /** Other probes than those of the agent, in the order of their start. */
  readonly probes?: readonly AnyProbe[];
  /** The facts that somebody wants, every one if it is left out; only the probes run that gather one of them. */
  readonly wanted?: ReadonlySet<HostFactName>;
  /** What the agent found out by its own traffic; the rest of such facts was not tested. */
  readonly tested?: TestedFacts;
  /** Called as each probe ends. */
  readonly probeEnded?: (run: ProbeRun) => void;
  /** Ends every probe. */
  readonly signal?: AbortSignal;
}

/** How one probe went. */
export interface ProbeRun {
  readonly probe: string;
  readonly milliseconds: number;
  readonly outcome: 'done' | 'failed' | 'timed-out';
}

/** What a probe found, or why it did not. */
interface ProbeResult {
  readonly facts: Partial<HostFacts>;
  readonly outcome: ProbeRun['outcome'];
}

const defaultTimeLimit = 10_000;

/**
 * Looks at a host: runs every probe, each on its own, and never rejects. A probe that throws or takes too
 * long makes its own facts unavailable (`failed`, `timed-out`) and no others.
 */
export async function gatherFacts(
  host: Host,
  { timeLimit = defaultTimeLimit, probes = everyProbe, wanted, tested, probeEnded, signal }: GatherOptions = {},
): Promise<HostFacts> {
  const stops: (() => void)[] = [];
  const endAll = (): void => {
    for (const stop of stops) stop();
  };
  const asked = wanted === undefined ? probes : probes.filter(({ facts }) => facts.some((name) => wanted.has(name)));
  const gathering = asked.map(async (probe) => {
    const started = performance.now();
    const { facts, outcome } = await gatherWithin(probe, host, timeLimit, stops);
    probeEnded?.({ probe: probe.name, milliseconds: Math.round(performance.now() - started), outcome });
    return facts;
  });
  signal?.addEventListener('abort', endAll);
  if (signal?.aborted === true) endAll();
  const gathered = await Promise.all(gathering);
  signal?.removeEventListener('abort', endAll);
  const facts: Partial<HostFacts> = Object.assign(factsOfTraffic(), ...gathered, tested);
  const entries = hostFactNames.map((name) => [
    name,
    facts[name] ?? unavailable('unsupported', '', `no probe looks for ${name}`),
  ]);
  return Object.fromEntries(entries) as HostFacts;
}

/** A probe that is late, or told to end by what is put to `stops`, is stopped: the next question that it asks the host's files is its last. */
async function gatherWithin(
  probe: AnyProbe,
  host: Host,
  timeLimit: number,
  stops: (() => void)[],
): Promise<ProbeResult> {
  const stop = new AbortController();
  const { signal } = stop;
  const late = new Promise<ProbeResult>((resolve) => {
    signal.addEventListener('abort', () => {
      resolve({ facts: allUnavailable(probe, signal.reason as UnavailableFact), outcome: 'timed-out' });
    });
  });
  const end = (detail: string): void => {
    stop.abort(unavailable('timed-out', probe.name, detail));
  };
  const timer = setTimeout(end, timeLimit, `took longer than ${String(timeLimit)} ms`);
  stops.push(() => {
    end('was ended');
  });
  try {
    return await Promise.race([gatherAll(probe, { ...host, files: stoppableFiles(host.files, signal) }), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function gatherAll(probe: AnyProbe, host: Host): Promise<ProbeResult> {
  try {
    const facts: Partial<HostFacts> = await probe.gather(host);
    const silent = allUnavailable(probe, unavailable('failed', probe.name, 'the probe returned nothing'));
    const all = Object.fromEntries(probe.facts.map((name) => [name, facts[name] ?? silent[name]]));
    return { facts: all, outcome: 'done' };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const fact = unavailable('failed', probe.name, message.slice(0, 200));
    return { facts: allUnavailable(probe, fact), outcome: 'failed' };
  }
}

const allUnavailable = (probe: AnyProbe, fact: UnavailableFact): Partial<Record<HostFactName, UnavailableFact>> =>
  Object.fromEntries(probe.facts.map((name) => [name, fact]));

const factsOfTraffic = (): Partial<HostFacts> =>
  Object.fromEntries(testedFactNames.map((name) => [name, notTested('agent')]));
