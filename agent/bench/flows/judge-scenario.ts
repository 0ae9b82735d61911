import type { CalicoPorts, FlowCause, Ring } from '@calico-readiness/requirements';
import { causeSentence, defaultProfileValues, inEnglish } from '@calico-readiness/requirements';
import type { Scenario } from './scenarios';
import { SimulatedFleet } from './simulated-fleet';

/** What was said of a scenario at its end. */
export interface JudgedScenario {
  readonly name: string;
  /** Sentences with their numbers. */
  readonly said: readonly string[];
  readonly right: boolean;
  /** Milliseconds of processor time that finding the causes took. */
  readonly milliseconds: number;
}

const ports: CalicoPorts = defaultProfileValues.ports;

/** Minutes after which causes are looked for: strikes, two stretches, and reports. */
const minutes = 100;

/** Simulates a scenario among so many nodes. */
export function judgeScenario(
  { name, world, causes, orNothing }: Scenario,
  nodes: number,
  seed: number,
): JudgedScenario {
  const fleet = new SimulatedFleet(nodes, world, seed);
  fleet.run(minutes * 60_000);
  const before = process.cpuUsage();
  const found = fleet.causes();
  const { user, system } = process.cpuUsage(before);
  const said = found.map((cause) => sentence(cause, fleet.ring));
  const short = said.map((text) => text.replace(/: \d+ pairs/, ''));
  const isSame = short.length === causes.length && causes.every((cause) => short.includes(cause));
  return {
    name,
    said,
    right: isSame || (orNothing === true && said.length === 0),
    milliseconds: (user + system) / 1000,
  };
}

const sentence = (cause: FlowCause, ring: Ring): string =>
  `${inEnglish(causeSentence(cause, ring, ports))}${cause.onlyLarge ? ' (large)' : ''}`;
