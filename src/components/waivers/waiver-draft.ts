import type { NodeSelector, Waiver } from '@calico-readiness/requirements';
import { waiverLimits } from '@calico-readiness/requirements';

/** What a person has filled in so far. */
export interface WaiverDraft {
  readonly reason: string;
  readonly owner: string;
  /** `YYYY-MM-DD`, as a date input gives it. */
  readonly lastDay: string;
}

/** Days for which a waiver is proposed. */
const proposedDays = 30;
const dayMilliseconds = 86_400_000;

/** A day as a date input takes it, in the user's own time zone. */
export function dayOf(time: number): string {
  const date = new Date(time);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The draft that the form begins with. `now` is in milliseconds since 1970. */
export const firstDraft = (now: number): WaiverDraft => ({
  reason: '',
  owner: '',
  lastDay: dayOf(now + proposedDays * dayMilliseconds),
});

/** A text as the policy takes it: one line, within its bound. */
export const oneLine = (text: string, length: number): string =>
  text
    .replace(/[\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, length)
    // Half of a character is none.
    .replace(/[\ud800-\udbff]$/, '');

/** When a waiver ends that is to hold through this day of the user: at its last second. Undefined for what is no day. */
export function endOf(lastDay: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(lastDay)) return undefined;
  const time = new Date(`${lastDay}T23:59:59`).getTime();
  return Number.isNaN(time) ? undefined : time;
}

/** The waiver; undefined while something is missing, or where its last day is over. */
export function waiverOfDraft(
  { reason, owner, lastDay }: WaiverDraft,
  requirement: string,
  nodeSelector: NodeSelector,
  now: number,
): Waiver | undefined {
  const end = endOf(lastDay);
  const texts = { reason: oneLine(reason, waiverLimits.reason), owner: oneLine(owner, waiverLimits.owner) };
  if (end === undefined || end <= now || texts.reason === '' || texts.owner === '') return undefined;
  const selects = Object.keys(nodeSelector).length > 0;
  const expiry = new Date(end).toISOString().replace(/\.\d+Z$/, 'Z');
  return { requirement, ...(selects && { nodeSelector }), ...texts, expiry };
}
