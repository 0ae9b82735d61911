import {
  declaredFaults,
  endedProblem,
  isWithin,
  mtuRange,
  portNames,
  portRange,
  rangeProblem,
  reportIntervalRange,
  selectorOfText,
  waiverFaults,
} from '@calico-readiness/requirements';
import type { Message, ReadinessPolicySpec, WholeRange } from '@calico-readiness/requirements';
import { endOf } from '../../../components/waivers/waiver-draft';
import { asRecord } from '../../../k8s/untyped';
import { specOf } from './policy-draft';
import type { PolicyDraft } from './policy-draft';
import { isEdited, waiverOfItem } from './waiver-item';
import type { WaiverItem } from './waiver-item';

/** Why a draft would not be accepted: by the place below `spec`, as the API names it. */
export type DraftFaults = ReadonlyMap<string, Message>;

/** What of a draft is wrong by the rules of the resource definition and of who reads policies. `now` is in milliseconds since 1970. */
export function draftFaults(draft: PolicyDraft, now: number): DraftFaults {
  const spec = specOf(draft);
  const profile = asRecord(spec['profile']);
  const ports = asRecord(profile['ports']);
  const range = (field: string, value: unknown, bounds: WholeRange): readonly (readonly [string, Message])[] =>
    value === undefined || isWithin(bounds, value) ? [] : [[field, rangeProblem(bounds)]];
  const found: readonly (readonly [string, Message])[] = [
    ...declaredFaults(spec as ReadinessPolicySpec).map(({ field, problem }) => [field, problem] as const),
    ...portNames.flatMap((name) => range(`profile.ports.${name}`, ports[name], portRange)),
    ...range('profile.mtu.pods', asRecord(profile['mtu'])['pods'], mtuRange),
    ...range('reportIntervalSeconds', spec['reportIntervalSeconds'], reportIntervalRange),
    ...draft.waivers.flatMap((item, index) => faultsOfItem(item, `waivers[${String(index)}]`, now)),
  ];
  return new Map(found);
}

/** A waiver that was not changed is as it is: it is said beside it what it comes to. */
function faultsOfItem(item: WaiverItem, place: string, now: number): readonly (readonly [string, Message])[] {
  if (!isEdited(item)) return [];
  const words = item.entry.nodes === null ? undefined : selectorOfText(item.entry.nodes);
  const end = endOf(item.entry.lastDay);
  return [
    ...waiverFaults(asRecord(waiverOfItem(item))).map(({ field, problem }) => [`${place}.${field}`, problem] as const),
    ...(words !== undefined && 'problem' in words ? [[`${place}.nodeSelector`, words.problem] as const] : []),
    ...(end !== undefined && end <= now ? [[`${place}.expiry`, endedProblem()] as const] : []),
  ];
}
