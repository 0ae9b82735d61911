import { verdictWithWaivers } from '@calico-readiness/requirements';
import type { NodeVerdictWithWaivers } from '@calico-readiness/requirements';
import type { ReadReport } from '../k8s/read-node-report';
import { unmetFindings } from './unmet-findings';
import type { RowWaivers } from './waivers/row-waivers';

/** What a node with this report counts as, with what is waived of it. */
export const verdictOfReport = (report: ReadReport, waived: RowWaivers | undefined): NodeVerdictWithWaivers =>
  waived === undefined ? report.verdict : verdictWithWaivers(report.verdict, unmetFindings(report), waived);
