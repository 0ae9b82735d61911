import { portNames } from '@calico-readiness/requirements';
import { printable } from '../../components/printable';
import type { ReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { portTitles } from './port-titles';
import { draftOf } from './draft/policy-draft';
import type { PolicyDraft } from './draft/policy-draft';
import { choiceFields, choiceValue } from './draft/profile-choices';
import type { ChoiceField } from './draft/profile-choices';
import { sameJson } from './draft/same-json';
import { isEdited } from './draft/waiver-item';
import { shownField } from './shown-field';

/** What saving changes, one sentence each. */
export function policyChanges(translation: ReadinessTranslation, draft: PolicyDraft, spec: unknown): readonly string[] {
  const { t } = translation;
  const former = draftOf(spec);
  const change = (field: string, before: string, after: string): string =>
    t('{{field}}: {{before}} → {{after}}', { field, before: printable(before, 80), after: printable(after, 80) });
  const inWords = (field: ChoiceField, key: string): string =>
    key === '' ? t('Detect') : shownField(translation, field, choiceValue(key)).value;
  const orDetect = (text: string): string => (text === '' ? t('Detect') : text);
  const ended = former.waivers.filter(
    ({ written }) => !draft.waivers.some((item) => item.written !== undefined && sameJson(item.written, written)),
  );
  return [
    ...choiceFields
      .filter((field) => draft.choices[field] !== former.choices[field])
      .map((field) =>
        change(
          shownField(translation, field).title,
          inWords(field, former.choices[field]),
          inWords(field, draft.choices[field]),
        ),
      ),
    ...portNames
      .filter((name) => draft.ports[name] !== former.ports[name])
      .map((name) => change(portTitles(t)[name], orDetect(former.ports[name]), orDetect(draft.ports[name]))),
    ...(draft.podMtu === former.podMtu
      ? []
      : [change(t('MTU of pods'), orDetect(former.podMtu), orDetect(draft.podMtu))]),
    ...(draft.interval === former.interval
      ? []
      : [change(t('Report interval'), former.interval || t('Default'), draft.interval || t('Default'))]),
    ...draft.waivers
      .filter(isEdited)
      .map(({ written, entry }) =>
        written === undefined
          ? t('New waiver: {{requirement}}', { requirement: printable(entry.requirement, 63) || '–' })
          : t('Changed waiver: {{requirement}}', { requirement: printable(entry.requirement, 63) }),
      ),
    ...ended.map(({ entry }) => t('Ended waiver: {{requirement}}', { requirement: printable(entry.requirement, 63) })),
  ];
}
