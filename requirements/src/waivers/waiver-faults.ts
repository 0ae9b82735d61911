import type { Message } from '../model/message';
import { msg } from '../model/message';
import type { Waiver } from '../model/waiver';
import { readSelector } from './label-selector';

/** Ids of requirements, also of those that only another catalogue knows. */
const idPattern = /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/;
/** RFC 3339 with a zone: a time without one would end at another moment for each reader. */
const timePattern = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:[Zz]|[+-]\d\d:\d\d)$/;

/** Milliseconds since 1970 of a time as RFC 3339 has it; undefined for anything else, and for days that there are not. */
export function timeOf(value: unknown): number | undefined {
  if (typeof value !== 'string' || value.length > 64 || !timePattern.test(value)) return undefined;
  // JavaScript takes 30 February for 1 March; such a day is no time.
  const [year = 0, month = 0, day = 0] = value.slice(0, 10).split('-').map(Number);
  const midnight = new Date(Date.UTC(year, month - 1, day));
  if (midnight.getUTCMonth() !== month - 1 || midnight.getUTCDate() !== day) return undefined;
  const time = Date.parse(value.toUpperCase());
  return Number.isNaN(time) ? undefined : time;
}

/** What is not understood of a waiver, and at which of its fields. */
export interface WaiverFault {
  readonly field: keyof Waiver;
  readonly problem: Message;
}

/** Everything for which a waiver would cover nothing, of each field once. Reads JSON that anybody may have written. */
export function waiverFaults(value: Readonly<Record<string, unknown>>): readonly WaiverFault[] {
  const { requirement, nodeSelector, reason, owner, expiry } = value;
  const reading = readSelector(nodeSelector);
  return [
    ...(isRequirementId(requirement)
      ? []
      : [{ field: 'requirement' as const, problem: msg('requirement is no id of a requirement') }]),
    ...('problem' in reading ? [{ field: 'nodeSelector' as const, problem: reading.problem }] : []),
    ...(timeOf(expiry) === undefined ? [{ field: 'expiry' as const, problem: msg('expiry is no RFC 3339 time') }] : []),
    ...(isSaid(reason) ? [] : [{ field: 'reason' as const, problem: msg('reason is empty') }]),
    ...(isSaid(owner) ? [] : [{ field: 'owner' as const, problem: msg('owner is empty') }]),
  ];
}

/** That a waiver would end before it is written. */
export const endedProblem = (): Message => msg('is in the past; choose a later day');

/** Whether it can be the id of a requirement, also of one that only another catalogue knows. */
export const isRequirementId = (value: unknown): value is string => typeof value === 'string' && idPattern.test(value);
const isSaid = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
