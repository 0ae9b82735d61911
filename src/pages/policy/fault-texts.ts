import { portNames } from '@calico-readiness/requirements';
import type { Message } from '@calico-readiness/requirements';
import type { ApiCause } from '../../console/api-status';
import type { DraftFaults } from './draft/draft-faults';
import type { PolicyDraft } from './draft/policy-draft';
import { choiceFields } from './draft/profile-choices';

const waiverFields = ['requirement', 'nodeSelector', 'reason', 'owner', 'expiry'] as const;

/** Every place below `spec` that has a field in the form. */
const placesOf = (draft: PolicyDraft): readonly string[] => [
  ...choiceFields.map((field) => `profile.${field}`),
  ...portNames.map((name) => `profile.ports.${name}`),
  'reportIntervalSeconds',
  ...draft.waivers.flatMap((_item, index) => waiverFields.map((field) => `waivers[${String(index)}].${field}`)),
];

/** The fields of waivers in which nobody has typed. */
const emptyPlacesOf = (draft: PolicyDraft): readonly string[] =>
  draft.waivers.flatMap(({ entry }, index) =>
    (
      [
        ['requirement', entry.requirement],
        ['reason', entry.reason],
        ['owner', entry.owner],
        ['expiry', entry.lastDay],
      ] as const
    ).flatMap(([field, text]) => (text === '' ? [`waivers[${String(index)}].${field}`] : [])),
  );

const isAt = (field: string, place: string): boolean =>
  field === `spec.${place}` || field.startsWith(`spec.${place}.`) || field.startsWith(`spec.${place}[`);

interface FaultSources {
  readonly draft: PolicyDraft;
  readonly faults: DraftFaults;
  /** What the API said of fields. */
  readonly causes: readonly ApiCause[];
  /** Whether somebody has wanted to save: only then it is said that a field is empty. */
  readonly isTried: boolean;
  readonly message: (message: Message) => string;
}

/** What is wrong, in words: by the place of its field, and what has no field. */
export interface FaultTexts {
  readonly faultsAt: (place: string) => readonly string[];
  readonly otherCauses: readonly string[];
}

export function faultTexts({ draft, faults, causes, isTried, message }: FaultSources): FaultTexts {
  const quiet = isTried ? [] : emptyPlacesOf(draft);
  const places = placesOf(draft);
  return {
    faultsAt: (place) => {
      const fault = faults.get(place);
      return [
        ...(fault === undefined || quiet.includes(place) ? [] : [message(fault)]),
        ...causes.filter(({ field }) => isAt(field, place)).map((cause) => cause.message),
      ];
    },
    otherCauses: causes
      .filter(({ field }) => !places.some((place) => isAt(field, place)))
      .map((cause) => `${cause.field}: ${cause.message}`),
  };
}
