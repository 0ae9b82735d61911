import { Form } from '@patternfly/react-core';
import { calicoVersions, dataplanes, encapsulations, ipFamilies, kubeProxyModes } from '@calico-readiness/requirements';
import type { ClusterProfile } from '@calico-readiness/requirements';
import type { WhatIfField, WhatIfValues } from '../../fleet/what-if/what-if-profile';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { fieldTitles } from './what-if-texts';
import { ChoiceField, ManyField, SwitchField } from './WhatIfFields';

interface WhatIfFormProps {
  readonly id: string;
  readonly present: ClusterProfile;
  readonly draft: Required<WhatIfValues>;
  readonly onChange: (part: WhatIfValues) => void;
  readonly onSubmit: () => void;
}

const dataplaneChoices = dataplanes.map((value) => ({ value, label: value === 'BPF' ? 'eBPF' : value.toLowerCase() }));

/** The fields that a what-if may change, each with what it is currently where that differs. */
export const WhatIfForm = ({ id, present, draft, onChange, onSubmit }: WhatIfFormProps) => {
  const translation = useReadinessTranslation();
  const { t } = translation;
  const titleOf = fieldTitles(translation, present, draft);
  const named = (field: WhatIfField) => ({ id: `${id}-${field}`, ...titleOf(field) });
  return (
    <Form
      id={id}
      isHorizontal
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <ChoiceField
        {...named('calicoVersion')}
        choices={calicoVersions.map((value) => ({ value, label: value }))}
        value={draft.calicoVersion}
        onChange={(calicoVersion) => onChange({ calicoVersion })}
      />
      <ChoiceField
        {...named('dataplane')}
        choices={dataplaneChoices}
        value={draft.dataplane}
        onChange={(dataplane) => onChange({ dataplane })}
      />
      <ManyField
        {...named('encapsulation')}
        choices={encapsulations}
        values={draft.encapsulation}
        onChange={(encapsulation) => onChange({ encapsulation })}
      />
      <SwitchField {...named('bgp')} isOn={draft.bgp} onChange={(bgp) => onChange({ bgp })} />
      <ManyField
        {...named('ipFamilies')}
        choices={ipFamilies}
        values={draft.ipFamilies}
        problem={draft.ipFamilies.length === 0 ? t('Choose at least one.') : null}
        onChange={(families) => onChange({ ipFamilies: families })}
      />
      <ChoiceField
        {...named('kubeProxyMode')}
        choices={kubeProxyModes.map((value) => ({ value, label: value === 'none' ? t('None') : value }))}
        value={draft.kubeProxyMode}
        onChange={(kubeProxyMode) => onChange({ kubeProxyMode })}
      />
      <SwitchField {...named('wireguard')} isOn={draft.wireguard} onChange={(wireguard) => onChange({ wireguard })} />
      <SwitchField {...named('sctp')} isOn={draft.sctp} onChange={(sctp) => onChange({ sctp })} />
    </Form>
  );
};
