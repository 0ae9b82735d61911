import type { AnsweredFlowTest } from '@calico-readiness/requirements';
import { agentVersion } from '../foundation/agent-version';
import type { Observation } from '../observation/observe-host';
import type { Publishable } from '../publish/report-publisher';

/** RFC 3339. */
const agentStartedAt = new Date(performance.timeOrigin).toISOString();

/** What a report is made of besides the observation. */
interface ReportSurroundings {
  readonly nodeName: string;
  readonly reportIntervalSeconds: number;
  /** What became of the peers that somebody asked to test. */
  readonly flowTest: AnsweredFlowTest | undefined;
}

/** What is published of an observation. */
export function publishableOf(
  { facts, findings, predictions, profile, observedAt, bootID }: Observation,
  { nodeName, reportIntervalSeconds, flowTest }: ReportSurroundings,
): Publishable {
  return {
    ...{ facts, findings, profile, nodeName, agentVersion, agentStartedAt, observedAt, reportIntervalSeconds },
    ...(bootID !== undefined && { bootID }),
    ...(predictions !== undefined && { predictions }),
    ...(flowTest !== undefined && { flowTest }),
  };
}
