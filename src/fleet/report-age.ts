import { ageOfReport } from '@calico-readiness/requirements';
import type { ReportAge } from '@calico-readiness/requirements';
import type { ReadReport } from '../k8s/read-node-report';

export type { ReportAge } from '@calico-readiness/requirements';

/** `now` is in milliseconds since 1970. */
export const reportAge = ({ observedAt, reportIntervalSeconds }: ReadReport, now: number): ReportAge =>
  ageOfReport(observedAt, reportIntervalSeconds, now);
