import { ToggleGroup, ToggleGroupItem } from '@patternfly/react-core';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import type { PolicyFormState } from './usePolicyForm';

/** Form or YAML, of the same draft. */
export const ViewChoice = ({ form }: { readonly form: PolicyFormState }) => {
  const { t } = useReadinessTranslation();
  const { of, text } = form;
  return (
    <ToggleGroup aria-label={t('View')}>
      <ToggleGroupItem
        text={t('Form')}
        buttonId="calico-readiness-policy-form-view"
        isSelected={text.yaml === null}
        isDisabled={form.isNoPolicy}
        onChange={text.closeYaml}
      />
      <ToggleGroupItem
        text="YAML"
        buttonId="calico-readiness-policy-yaml-view"
        isSelected={text.yaml !== null}
        onChange={() => {
          if (text.yaml === null) text.showYaml(of.draft, of.base === undefined && !of.isChanged);
        }}
      />
    </ToggleGroup>
  );
};
