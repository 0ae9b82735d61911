import type { Message } from '../model/message';
import { msg } from '../model/message';
import { waiverLimits } from '../model/waiver';
import type { ReadSelector } from './label-selector';
import { readSelector } from './label-selector';
import { isRequirementId, timeOf, waiverFaults } from './waiver-faults';

/** A waiver that can be used for as long as it has not ended. */
export interface ReadWaiver {
  /** Its place in the policy's list, from 0. */
  readonly index: number;
  readonly requirement: string;
  readonly selector: ReadSelector;
  /** Untrusted texts of whoever wrote the policy; empty where there is none. */
  readonly reason: string;
  readonly owner: string;
  /** When it ends, milliseconds since 1970. */
  readonly expiresAt: number;
}

/** A waiver that covers nothing, whatever its nodes report. */
export interface InvalidWaiver {
  readonly index: number;
  /** As far as it is a text; empty otherwise. */
  readonly requirement: string;
  /** What is wrong with it; contains nothing that was written there. */
  readonly problem: Message;
}

/** The waivers of a policy, each in the order of the policy. */
export interface ReadWaivers {
  readonly usable: readonly ReadWaiver[];
  readonly invalid: readonly InvalidWaiver[];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads `spec.waivers` of a policy, which may be older than the rules by which the API looks at it. A waiver of which
 * anything is not understood covers nothing and says why. Those beyond the bound of the list cover nothing either.
 */
export function readWaivers(value: unknown): ReadWaivers {
  const usable: ReadWaiver[] = [];
  const invalid: InvalidWaiver[] = [];
  const written: readonly unknown[] = Array.isArray(value) ? value.slice(0, waiverLimits.waivers) : [];
  written.forEach((item, index) => {
    const waiver = readWaiver(item, index);
    if ('problem' in waiver) invalid.push(waiver);
    else usable.push(waiver);
  });
  if (value !== undefined && value !== null && !Array.isArray(value))
    invalid.push({ index: 0, requirement: '', problem: msg('waivers is no list') });
  if (Array.isArray(value) && value.length > written.length)
    invalid.push({
      index: written.length,
      requirement: '',
      problem: msg('there are more than {{number}} waivers; those from here on cover nothing', {
        number: String(waiverLimits.waivers),
      }),
    });
  return { usable, invalid };
}

function readWaiver(value: unknown, index: number): ReadWaiver | InvalidWaiver {
  const written = isRecord(value) ? value : {};
  const { requirement, nodeSelector, reason, owner, expiry } = written;
  const [fault] = waiverFaults(written);
  const reading = readSelector(nodeSelector);
  if (fault !== undefined || 'problem' in reading)
    return {
      index,
      requirement: isRequirementId(requirement) ? requirement : '',
      problem: fault?.problem ?? msg('nodeSelector is no object'),
    };
  const cut = (text: unknown, length: number): string => String(text).slice(0, length);
  return {
    index,
    requirement: String(requirement),
    selector: reading.selector,
    reason: cut(reason, waiverLimits.reason),
    owner: cut(owner, waiverLimits.owner),
    expiresAt: timeOf(expiry) ?? 0,
  };
}
