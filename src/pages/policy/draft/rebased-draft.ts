import { portNames } from '@calico-readiness/requirements';
import { asList } from '../../../k8s/untyped';
import { draftOf, specOf } from './policy-draft';
import type { PolicyDraft } from './policy-draft';
import { choiceFields } from './profile-choices';
import { sameJson } from './same-json';
import { isEdited } from './waiver-item';
import type { WaiverItem } from './waiver-item';

/**
 * A person's changes on top of what others have made of the policy meanwhile: a field that the person changed stays so, and
 * every other one is as it is now. `base` is the specification that the person began with.
 */
export function rebasedDraft(draft: PolicyDraft, base: unknown, current: unknown): PolicyDraft {
  const former = draftOf(base);
  const now = draftOf(current);
  const mine = <T>(before: T, wanted: T, latest: T): T => (before === wanted ? latest : wanted);
  const record = <Name extends string>(
    names: readonly Name[],
    of: (from: PolicyDraft) => Readonly<Record<Name, string>>,
  ) =>
    Object.fromEntries(names.map((name) => [name, mine(of(former)[name], of(draft)[name], of(now)[name])])) as Readonly<
      Record<Name, string>
    >;
  return {
    written: now.written,
    choices: record(choiceFields, ({ choices }) => choices),
    ports: record(portNames, ({ ports }) => ports),
    podMtu: mine(former.podMtu, draft.podMtu, now.podMtu),
    interval: mine(former.interval, draft.interval, now.interval),
    waivers: rebasedWaivers(draft, former, now),
  };
}

function rebasedWaivers(draft: PolicyDraft, former: PolicyDraft, now: PolicyDraft): readonly WaiverItem[] {
  const left = [...draft.waivers];
  const take = (written: unknown): WaiverItem | undefined => {
    const at = left.findIndex((item) => item.written !== undefined && sameJson(item.written, written));
    return at === -1 ? undefined : left.splice(at, 1)[0];
  };
  const known = former.waivers.map(({ written }) => written);
  const kept = asList(now.written['waivers']).flatMap((written): Pick<WaiverItem, 'written' | 'entry'>[] => {
    const mine = take(written);
    if (mine !== undefined) return [mine];
    // The person ended what was there at the beginning; what others have added since stays.
    if (known.some((before) => sameJson(before, written))) return [];
    return now.waivers.filter((item) => item.written === written);
  });
  // New ones, and those that the person changed while somebody else ended them.
  const added = left.filter(isEdited).map(({ entry }) => ({ entry }));
  return [...kept, ...added].map((item, id) => ({ ...item, id }));
}

/** Whether a draft says something else than a policy. */
export const differsFrom = (draft: PolicyDraft, spec: unknown): boolean => !sameJson(specOf(draft), spec ?? {});
