import type { ClusterProfile } from '@calico-readiness/requirements';
import type { FleetProfile } from '../../fleet/fleet-profile';
import type { WhatIfSummary } from '../../fleet/what-if/what-if-changes';
import { differingFields, profileUnder } from '../../fleet/what-if/what-if-profile';
import type { WhatIfField, WhatIfValues } from '../../fleet/what-if/what-if-profile';
import type { ReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { shownFields } from '../profile-values';
import type { ShownField } from '../profile-values';

/** One field in which the what-if differs, in words. */
export interface Difference {
  readonly field: WhatIfField;
  readonly title: string;
  readonly then: string;
  readonly now: string;
}

/** What differs from what most nodes are judged against. */
export function differenceTexts(
  translation: ReadinessTranslation,
  { profile }: FleetProfile,
  values: WhatIfValues,
): Difference[] {
  const now = new Map(shownFields(translation, profile).map(({ name, value }) => [name, value]));
  const then = new Map(shownFields(translation, profileUnder(profile, values)).map((field) => [field.name, field]));
  return differingFields(profile, values).map((field) => ({
    field,
    title: then.get(field)?.title ?? field,
    then: then.get(field)?.value ?? '',
    now: now.get(field) ?? '',
  }));
}

/** The title of a field, and what it is currently where the draft of a what-if differs. */
export interface FieldTitle {
  readonly title: string;
  readonly present: string | null;
}

export function fieldTitles(
  translation: ReadinessTranslation,
  profile: ClusterProfile,
  draft: WhatIfValues,
): (field: WhatIfField) => FieldTitle {
  const { t } = translation;
  const now = new Map<string, ShownField>(shownFields(translation, profile).map((field) => [field.name, field]));
  const differing = differingFields(profile, draft);
  return (field) => {
    const { title, value } = now.get(field) ?? { title: field, value: '' };
    return { title, present: differing.includes(field) ? t('Current: {{value}}', { value }) : null };
  };
}

/** What would come of it, in one line. */
export function summaryText({ t, number, list }: ReadinessTranslation, summary: WhatIfSummary): string {
  const { wouldFail, noLongerFail, undecided, notJudged } = summary;
  return list([
    t('{{number}} nodes would fail that do not fail now', { count: wouldFail, number: number(wouldFail) }),
    t('{{number}} nodes would no longer fail', { count: noLongerFail, number: number(noLongerFail) }),
    t('{{number}} nodes would be Unknown', { count: undecided, number: number(undecided) }),
    ...(notJudged === 0
      ? []
      : [
          t('{{number}} nodes without a current report are not evaluated', {
            count: notJudged,
            number: number(notJudged),
          }),
        ]),
  ]);
}
