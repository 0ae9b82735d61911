import { portNames } from '@calico-readiness/requirements';
import type { CalicoPorts } from '@calico-readiness/requirements';
import { asList, asRecord } from '../../../k8s/untyped';
import type { Untyped } from '../../../k8s/untyped';
import { choiceFields, choiceKey, choiceValue } from './profile-choices';
import type { ChoiceField } from './profile-choices';
import { sameJson } from './same-json';
import { entryOf, waiverOfItem } from './waiver-item';
import type { WaiverItem } from './waiver-item';

/** What a person has filled in so far. An empty text declares nothing. */
export interface PolicyDraft {
  /** The specification that everything comes from that was not changed, with fields of which the form knows nothing. */
  readonly written: Untyped;
  readonly choices: Readonly<Record<ChoiceField, string>>;
  readonly ports: Readonly<Record<keyof CalicoPorts, string>>;
  /** Of pods, in bytes. */
  readonly podMtu: string;
  /** Seconds. */
  readonly interval: string;
  readonly waivers: readonly WaiverItem[];
}

const textOf = (value: unknown): string =>
  typeof value === 'number' ? String(value) : typeof value === 'string' ? value : '';

/** The draft of what a policy says. */
export function draftOf(spec: unknown): PolicyDraft {
  const written = asRecord(spec);
  const profile = asRecord(written['profile']);
  const ports = asRecord(profile['ports']);
  return {
    written,
    choices: Object.fromEntries(
      choiceFields.map((field) => [field, choiceKey(profile[field])]),
    ) as PolicyDraft['choices'],
    ports: Object.fromEntries(portNames.map((name) => [name, textOf(ports[name])])) as PolicyDraft['ports'],
    podMtu: textOf(asRecord(profile['mtu'])['pods']),
    interval: textOf(written['reportIntervalSeconds']),
    waivers: asList(written['waivers']).map((waiver, id) => ({ id, written: waiver, entry: entryOf(waiver) })),
  };
}

/** A number where it is one; else the text, so that nothing that was typed gets lost. Undefined for an empty text. */
function numberOf(text: string): number | string | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  return /^\d{1,9}$/.test(trimmed) ? Number(trimmed) : trimmed;
}

/** An object with another value of one field; without the field where there is none. */
function withField(object: Untyped, name: string, value: unknown): Untyped {
  if (sameJson(object[name], value)) return object;
  return Object.fromEntries([
    ...Object.entries(object).filter(([other]) => other !== name || value !== undefined),
    ...(value === undefined ? [] : [[name, value] as const]),
  ]);
}

const orNothing = (object: Untyped): Untyped | undefined => (Object.keys(object).length === 0 ? undefined : object);

/** The specification that a draft makes: what it says nothing of stays as it is written. */
export function specOf(draft: PolicyDraft): Untyped {
  const former = draftOf(draft.written);
  const formerProfile = asRecord(draft.written['profile']);
  let ports = asRecord(formerProfile['ports']);
  for (const name of portNames)
    if (draft.ports[name] !== former.ports[name]) ports = withField(ports, name, numberOf(draft.ports[name]));
  let profile = formerProfile;
  for (const field of choiceFields)
    if (draft.choices[field] !== former.choices[field])
      profile = withField(profile, field, choiceValue(draft.choices[field]));
  if (ports !== asRecord(formerProfile['ports'])) profile = withField(profile, 'ports', orNothing(ports));
  if (draft.podMtu !== former.podMtu) {
    const mtu = withField(asRecord(formerProfile['mtu']), 'pods', numberOf(draft.podMtu));
    profile = withField(profile, 'mtu', orNothing(mtu));
  }
  let spec = draft.written;
  if (profile !== formerProfile) spec = withField(spec, 'profile', orNothing(profile));
  if (draft.interval !== former.interval) spec = withField(spec, 'reportIntervalSeconds', numberOf(draft.interval));
  const waivers = draft.waivers.map(waiverOfItem);
  if (!sameJson(waivers, asList(draft.written['waivers'])))
    spec = withField(spec, 'waivers', waivers.length === 0 ? undefined : waivers);
  return spec;
}

/** A waiver that nobody has filled in yet, with what is proposed. */
export function withNewWaiver(
  draft: PolicyDraft,
  proposed: { readonly owner: string; readonly lastDay: string },
): PolicyDraft {
  const id = 1 + Math.max(-1, ...draft.waivers.map((item) => item.id));
  return {
    ...draft,
    waivers: [...draft.waivers, { id, entry: { requirement: '', nodes: '', reason: '', ...proposed } }],
  };
}
