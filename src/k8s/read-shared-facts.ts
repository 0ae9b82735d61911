import type { ReportedFacts } from '@calico-readiness/requirements';
import { readReportedFacts } from './read-reported-facts';
import { readApiAccess, readFlowTests } from './read-tested-facts';
import { sharedByText } from './shared-by-text';
import { asRecord, withoutGaps } from './untyped';

const ofKind = sharedByText(readReportedFacts);
const untested = new WeakMap<ReportedFacts, ReportedFacts>();

/** The facts of a report. Nodes of one kind share the object, but for what their own traffic showed. */
export function readSharedFacts(value: unknown): ReportedFacts {
  const { flowTests, apiAccess, ...others } = asRecord(value);
  const shared = ofKind(others);
  const tested = withoutGaps({ flowTests: readFlowTests(flowTests), apiAccess: readApiAccess(apiAccess) });
  if (Object.keys(tested).length === 0) return shared;
  const facts: ReportedFacts = { ...shared, ...tested };
  untested.set(facts, shared);
  return facts;
}

/** The facts without what only traffic shows: one object for all nodes of a kind. */
export function untestedFacts(facts: ReportedFacts): ReportedFacts {
  if (facts.flowTests === undefined && facts.apiAccess === undefined) return facts;
  const known = untested.get(facts) ?? ofKind({ ...facts, flowTests: undefined, apiAccess: undefined });
  untested.set(facts, known);
  return known;
}
