import type { Finding, HostFacts } from '@calico-readiness/requirements';
import { hostFactNames, requirementIds, unavailableReasons, verdicts } from '@calico-readiness/requirements';
import fc from 'fast-check';
import { hostileText } from './hostile-text';
import { hostileValues } from './hostile-values';

/** Facts of the right types whose texts, lists and maps are whatever a host can make them. */
export const hostileFacts: fc.Arbitrary<HostFacts> = fc
  .record(
    Object.fromEntries(
      hostFactNames.map((name) => [
        name,
        fc.oneof(
          fc.record({ status: fc.constant('observed'), value: hostileValues[name], source: hostileText }),
          fc.record(
            {
              status: fc.constant('unavailable'),
              reason: fc.constantFrom(...unavailableReasons),
              source: hostileText,
              detail: hostileText,
            },
            { requiredKeys: ['status', 'reason', 'source'] },
          ),
        ),
      ]),
    ),
  )
  .map((facts) => facts as unknown as HostFacts);

/** Findings with every verdict and hostile observations. */
export const hostileFindings: fc.Arbitrary<Finding[]> = fc.tuple(
  ...requirementIds.map((requirement) =>
    fc.record({
      requirement: fc.constant(requirement),
      verdict: fc.constantFrom(...verdicts),
      reason: fc.constant('SomeReason'),
      observed: hostileText,
    }),
  ),
);
