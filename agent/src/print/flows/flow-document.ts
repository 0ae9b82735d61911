import type { Expectation } from '../../flows/flow-verdict';
import { verdictOfFlows, verdictOfOutcome } from '../../flows/flow-verdict';
import { flowOutcomes } from '../../flows/outcome';
import type { FlowOutcome, ProbeMethod, ProbeResult } from '../../flows/outcome';
import type { NodeVerdict, Verdict } from '@calico-readiness/requirements';

/** A tested flow as it comes to be printed. */
export interface PrintableFlow {
  readonly peer: string;
  /** `port` is left out for IP-in-IP, which has none, and `packetBytes` for small packets. */
  readonly flow: { readonly name: string; readonly port?: number; readonly packetBytes?: number };
  readonly result: ProbeResult;
}

/** Tested flows as a program reads them. */
export interface FlowDocument {
  readonly kind: 'FlowTest';
  readonly testedAt: string;
  /** The addresses of this host that were named to test from; left out where the kernel took them. */
  readonly from?: readonly string[];
  readonly verdict: NodeVerdict;
  readonly summary: Readonly<Partial<Record<FlowOutcome, number>>>;
  readonly flows: readonly {
    readonly peer: string;
    readonly flow: string;
    readonly port?: number;
    readonly packetBytes?: number;
    readonly verdict: Verdict;
    readonly outcome: FlowOutcome;
    readonly method?: ProbeMethod;
    readonly said: string;
  }[];
}

/** What flows came to; `testedAt` in ISO 8601. */
export function flowDocument(
  tested: readonly PrintableFlow[],
  expectation: Expectation,
  testedAt: string,
  from: readonly string[] = [],
): FlowDocument {
  const flows = tested.map(({ peer, flow: { name, ...place }, result: { outcome, method, said } }) => ({
    peer,
    flow: name,
    ...place,
    verdict: verdictOfOutcome(outcome, expectation),
    outcome,
    ...(method !== undefined && { method }),
    said,
  }));
  const counts = flowOutcomes.map(
    (outcome) => [outcome, flows.filter((flow) => flow.outcome === outcome).length] as const,
  );
  return {
    kind: 'FlowTest',
    testedAt,
    ...(from.length > 0 && { from }),
    verdict: verdictOfFlows(flows.map(({ verdict }) => verdict)),
    summary: Object.fromEntries(counts.filter(([, count]) => count > 0)),
    flows,
  };
}
