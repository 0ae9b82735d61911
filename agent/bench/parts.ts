import type { Measured } from './figures';
import type { PartName } from './options';
import { measureColdCheck, measureManySockets } from './parts/cold-check';
import { measureEvaluation } from './parts/evaluation';
import { measureFlowTests } from './parts/flow-tests';
import { measureIllApi } from './parts/ill-api';
import { measureProbeReads } from './parts/probe-reads';
import { measureSteadyAgent } from './parts/steady-agent';
import { measureWarmObservation } from './parts/warm-observation';
import type { Population, World } from './world/world';

/** One part of the bench. */
export type Part = {
  readonly name: PartName;
  /** What is measured and how long that takes, for who waits. */
  readonly takes: string;
} & (
  | { readonly alone: () => Measured }
  | {
      readonly on: Population;
      /** Whether it watches for minutes, and others may watch beside it. */
      readonly lasts?: true;
      readonly measure: (world: World, minutes: number) => Measured | Promise<Measured>;
    }
);

/** The nodes on which is measured, in their order. */
export const populations: readonly Population[] = ['quiet', 'sockets', 'crowd'];

export const parts: readonly Part[] = [
  { name: 'evaluation', takes: 'the evaluation of a fleet', alone: measureEvaluation },
  { name: 'check', takes: 'checks of a quiet node, half a minute', on: 'quiet', measure: measureColdCheck },
  {
    name: 'observation',
    takes: 'observations of a running agent, three quarters of a minute',
    on: 'quiet',
    measure: measureWarmObservation,
  },
  {
    name: 'sockets',
    takes: 'checks of a node with 60,000 sockets, half a minute',
    on: 'sockets',
    measure: measureManySockets,
  },
  { name: 'probes', takes: 'what each probe reads of a busy node', on: 'crowd', measure: measureProbeReads },
  {
    name: 'agent',
    takes: 'an agent with its defaults on a busy node, for the minutes that are asked for',
    on: 'crowd',
    lasts: true,
    measure: measureSteadyAgent,
  },
  {
    name: 'flows',
    takes: 'an agent that tests flows beside one that does not, for as many minutes and one more',
    on: 'crowd',
    lasts: true,
    measure: measureFlowTests,
  },
  {
    name: 'api',
    takes: 'an agent whose API is ill half of the time, for as many minutes and up to two more',
    on: 'crowd',
    lasts: true,
    measure: measureIllApi,
  },
];
