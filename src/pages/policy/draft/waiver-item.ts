import {
  readSelector,
  selectorKey,
  selectorOfText,
  selectorText,
  timeOf,
  waiverLimits,
} from '@calico-readiness/requirements';
import { dayOf, endOf, oneLine } from '../../../components/waivers/waiver-draft';
import { asAnyText, asRecord } from '../../../k8s/untyped';
import type { Untyped } from '../../../k8s/untyped';

/** A waiver as a person fills it in. */
export interface WaiverEntry {
  readonly requirement: string;
  /** The selector in the words of kubectl; null where it stays as it is written, which no words of ours say. */
  readonly nodes: string | null;
  readonly reason: string;
  readonly owner: string;
  /** `YYYY-MM-DD`, as a date input gives it. */
  readonly lastDay: string;
}

/** One waiver of a draft. */
export interface WaiverItem {
  /** Tells it apart from the others while the form is open. */
  readonly id: number;
  /** As it is in the policy; undefined for a new one. */
  readonly written?: unknown;
  readonly entry: WaiverEntry;
}

/** What a person sees of a waiver that is written. */
export function entryOf(written: unknown): WaiverEntry {
  const { requirement, nodeSelector, reason, owner, expiry } = asRecord(written);
  const end = timeOf(expiry);
  return {
    requirement: asAnyText(requirement) ?? '',
    nodes: wordsOf(nodeSelector),
    reason: asAnyText(reason) ?? '',
    owner: asAnyText(owner) ?? '',
    lastDay: end === undefined ? '' : dayOf(end),
  };
}

/** Null where the words would not select the same nodes. */
function wordsOf(nodeSelector: unknown): string | null {
  const former = readSelector(nodeSelector);
  if ('problem' in former) return null;
  const words = selectorText(former.selector);
  const again = selectorOfText(words);
  const reading = 'problem' in again ? again : readSelector(again.selector);
  return 'selector' in reading && selectorKey(reading.selector) === selectorKey(former.selector) ? words : null;
}

const isSame = (one: WaiverEntry, other: WaiverEntry): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Whether a person changed it, or added it. */
export const isEdited = ({ written, entry }: WaiverItem): boolean =>
  written === undefined || !isSame(entry, entryOf(written));

/** The waiver as the policy has it; what was not changed stays as it is written. What is wrong in it stays in it. */
export function waiverOfItem(item: WaiverItem): unknown {
  if (!isEdited(item)) return item.written;
  const { requirement, nodes, reason, owner, lastDay } = item.entry;
  const former = asRecord(item.written);
  const formerEntry = entryOf(item.written);
  const selector =
    nodes === formerEntry.nodes && item.written !== undefined ? former['nodeSelector'] : selectorFor(nodes);
  const end = endOf(lastDay);
  return {
    requirement,
    ...(selector !== undefined && { nodeSelector: selector }),
    reason: oneLine(reason, waiverLimits.reason),
    owner: oneLine(owner, waiverLimits.owner),
    expiry:
      item.written !== undefined && lastDay === formerEntry.lastDay
        ? former['expiry']
        : end === undefined
          ? ''
          : new Date(end).toISOString().replace(/\.\d+Z$/, 'Z'),
  };
}

/** Undefined for all nodes. Words that are no selector stay, so that nothing takes them for all nodes. */
function selectorFor(nodes: string | null): Untyped | string | undefined {
  const reading = selectorOfText(nodes ?? '');
  if ('problem' in reading) return nodes ?? '';
  return Object.keys(reading.selector).length === 0 ? undefined : { ...reading.selector };
}
