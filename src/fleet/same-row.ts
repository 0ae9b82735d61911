import type { NodeRow } from './node-row';
import type { ReportAge } from './report-age';

/**
 * Whether two rows of one node show the same. Labels, reports and waivers keep their identity while they do not change;
 * the age matters by the minute, and only once stale.
 */
export const saysTheSame = (one: NodeRow, other: NodeRow): boolean =>
  one.report === other.report &&
  one.labels === other.labels &&
  one.waived === other.waived &&
  one.verdict === other.verdict &&
  one.connectivity === other.connectivity &&
  one.reportOfEarlierNode === other.reportOfEarlierNode &&
  one.pool?.name === other.pool?.name &&
  one.pool?.managed === other.pool?.managed &&
  one.system.name === other.system.name &&
  (one.verdict !== 'Stale' || minutes(one.age) === minutes(other.age));

const minutes = (age: ReportAge | undefined): number | undefined =>
  age === undefined || age.freshness === 'unknown' ? undefined : Math.floor(age.seconds / 60);
