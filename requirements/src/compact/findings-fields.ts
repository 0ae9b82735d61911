import type { Verdict } from '../model/finding';
import { placedRequirements } from './catalogue-key';
import type { CompactFinding } from './compact-report';
import { absent, readNumber, writeNumber } from './line-texts';

const letters = { Pass: 'P', Warn: 'W', Fail: 'F', Unknown: 'U', NotApplicable: 'N' } as const satisfies Record<
  Verdict,
  string
>;
const verdictOfLetter = new Map<string, Verdict>(
  Object.entries(letters).map(([verdict, letter]) => [letter, verdict as Verdict]),
);
/** The reason of what does not apply, which a line does not carry. */
const notApplicable = 'NotApplicable';
const placeOf = new Map(placedRequirements.map(({ id }, place) => [id, place]));

/** Verdicts by place, reasons by place, and since when by time. */
export interface FindingsFields {
  readonly verdicts: string;
  readonly reasons: string;
  readonly since: string;
}

/** The findings as three fields; undefined where one is of another catalogue. */
export function writeFindings(findings: readonly CompactFinding[]): FindingsFields | undefined {
  const verdicts = placedRequirements.map((): string => absent);
  const reasons = placedRequirements.map(() => '');
  const places = new Map<number, number[]>();
  for (const { requirement, verdict, reason, since } of findings) {
    const place = placeOf.get(requirement);
    if (place === undefined || verdicts[place] !== absent) return undefined;
    verdicts[place] = letters[verdict];
    if (verdict === 'NotApplicable') continue;
    const index = placedRequirements[place]?.reasons.indexOf(reason) ?? -1;
    if (index === -1 || index > 35) return undefined;
    reasons[place] = writeNumber(index);
    if (since !== undefined) places.set(since, [...(places.get(since) ?? []), place]);
  }
  const times = [...places].sort(([one], [other]) => one - other);
  return {
    verdicts: verdicts.join(''),
    reasons: reasons.join('') || absent,
    since: times.map(([time, at]) => `${writeNumber(time)}:${writePlaces(at)}`).join(',') || absent,
  };
}

const writePlaces = (places: readonly number[]): string =>
  [...places]
    .sort((one, other) => one - other)
    .map((place) => writeNumber(place).padStart(2, '0'))
    .join('');

/** The findings of three fields; undefined for what `writeFindings` would not write. */
export function readFindings({ verdicts, reasons, since }: FindingsFields): readonly CompactFinding[] | undefined {
  if (verdicts.length !== placedRequirements.length) return undefined;
  const times = readTimes(since);
  if (times === undefined) return undefined;
  const findings: CompactFinding[] = [];
  let nextReason = 0;
  for (const [place, { id, reasons: known }] of placedRequirements.entries()) {
    const letter = verdicts.charAt(place);
    const verdict = verdictOfLetter.get(letter);
    if (verdict === undefined && letter !== absent) return undefined;
    if (verdict === undefined) continue;
    if (verdict === 'NotApplicable') findings.push({ requirement: id, verdict, reason: notApplicable });
    else {
      const reason = known[readNumber(reasons.charAt(nextReason)) ?? -1];
      nextReason += 1;
      if (reason === undefined) return undefined;
      const time = times.get(place);
      times.delete(place);
      findings.push({ requirement: id, verdict, reason, ...(time !== undefined && { since: time }) });
    }
  }
  const rest = nextReason === 0 && reasons === absent ? '' : reasons.slice(nextReason);
  return rest === '' && times.size === 0 ? findings : undefined;
}

/** When each finding was first seen, by place; undefined where times, or the places of one, do not ascend. */
function readTimes(field: string): Map<number, number> | undefined {
  const times = new Map<number, number>();
  if (field === absent) return times;
  let latest = -1;
  for (const group of field.split(',', placedRequirements.length + 1)) {
    const [time, places, ...more] = group.split(':', 3);
    const seconds = readNumber(time ?? '');
    if (seconds === undefined || seconds <= latest || more.length > 0) return undefined;
    latest = seconds;
    // No field is longer than its line.
    if (places === undefined || !/^(?:[0-9a-z]{2})+$/.test(places)) return undefined;
    let last = -1;
    for (let at = 0; at < places.length; at += 2) {
      const place = Number.parseInt(places.slice(at, at + 2), 36);
      if (place <= last || times.has(place)) return undefined;
      last = place;
      times.set(place, seconds);
    }
  }
  return times;
}
