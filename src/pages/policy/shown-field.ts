import { declareProfile } from '@calico-readiness/requirements';
import type { ProfileFieldName } from '@calico-readiness/requirements';
import { shownFields } from '../../components/profile-values';
import type { ShownField } from '../../components/profile-values';
import type { ReadinessTranslation } from '../../hooks/useReadinessTranslation';

/** A field as an administrator reads it, with one of its values. */
export function shownField(translation: ReadinessTranslation, field: ProfileFieldName, value?: unknown): ShownField {
  const profile = declareProfile(value === undefined ? {} : { [field]: value }, '');
  const shown = shownFields(translation, profile).find(({ name }) => name === field);
  return shown ?? { name: field, title: field, value: '' };
}
