import { useState } from 'react';
import { Button, Form, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';
import { calicoVersions, dataplanes, encapsulations, ipFamilies, kubeProxyModes } from '@calico-readiness/requirements';
import type { ClusterProfile } from '@calico-readiness/requirements';
import { differingFields, profileUnder, whatIfValuesOf } from '../../fleet/what-if-profile';
import type { WhatIfField, WhatIfValues } from '../../fleet/what-if-profile';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { shownFields } from '../profile-values';
import { ChoiceField, ManyField, SwitchField } from './WhatIfFields';

interface WhatIfEditorProps {
  readonly present: ClusterProfile;
  /** The what-if that the page is in; empty when it shows the present. */
  readonly values: WhatIfValues;
  readonly onApply: (values: WhatIfValues) => void;
  readonly onClose: () => void;
}

const formId = 'calico-readiness-what-if';

/** Chooses another profile. Nothing is judged before it is confirmed. */
export const WhatIfEditor = ({ present, values, onApply, onClose }: WhatIfEditorProps) => {
  const translation = useReadinessTranslation();
  const { t } = translation;
  const [draft, setDraft] = useState(() => whatIfValuesOf(profileUnder(present, values)));
  const change = (part: WhatIfValues) => {
    setDraft((before) => ({ ...before, ...part }));
  };
  const now = new Map<string, { title: string; value: string }>(
    shownFields(translation, present).map((field) => [field.name, field]),
  );
  const differing = differingFields(present, draft);
  const label = (field: WhatIfField) => ({
    id: `${formId}-${field}`,
    title: now.get(field)?.title ?? field,
    present: differing.includes(field) ? t('now {{value}}', { value: now.get(field)?.value ?? '' }) : null,
  });
  return (
    <Modal
      isOpen
      variant="medium"
      onClose={onClose}
      aria-labelledby={`${formId}-title`}
      aria-describedby={`${formId}-description`}
    >
      <ModalHeader
        title={t('Try another profile')}
        labelId={`${formId}-title`}
        descriptorId={`${formId}-description`}
        description={t('The facts of the reports are judged anew in this browser. Nothing in the cluster changes.')}
      />
      <ModalBody>
        <Form
          id={formId}
          isHorizontal
          onSubmit={(event) => {
            event.preventDefault();
            if (draft.ipFamilies.length > 0) onApply(draft);
          }}
        >
          <ChoiceField
            {...label('calicoVersion')}
            choices={calicoVersions.map((value) => ({ value, label: value }))}
            value={draft.calicoVersion}
            onChange={(calicoVersion) => {
              change({ calicoVersion });
            }}
          />
          <ChoiceField
            {...label('dataplane')}
            choices={dataplanes.map((value) => ({ value, label: value === 'BPF' ? 'eBPF' : value.toLowerCase() }))}
            value={draft.dataplane}
            onChange={(dataplane) => {
              change({ dataplane });
            }}
          />
          <ManyField
            {...label('encapsulation')}
            choices={encapsulations}
            values={draft.encapsulation}
            onChange={(encapsulation) => {
              change({ encapsulation });
            }}
          />
          <SwitchField
            {...label('bgp')}
            isOn={draft.bgp}
            onChange={(bgp) => {
              change({ bgp });
            }}
          />
          <ManyField
            {...label('ipFamilies')}
            choices={ipFamilies}
            values={draft.ipFamilies}
            problem={draft.ipFamilies.length === 0 ? t('Choose at least one.') : null}
            onChange={(families) => {
              change({ ipFamilies: families });
            }}
          />
          <ChoiceField
            {...label('kubeProxyMode')}
            choices={kubeProxyModes.map((value) => ({ value, label: value === 'none' ? t('None') : value }))}
            value={draft.kubeProxyMode}
            onChange={(kubeProxyMode) => {
              change({ kubeProxyMode });
            }}
          />
          <SwitchField
            {...label('wireguard')}
            isOn={draft.wireguard}
            onChange={(wireguard) => {
              change({ wireguard });
            }}
          />
          <SwitchField
            {...label('sctp')}
            isOn={draft.sctp}
            onChange={(sctp) => {
              change({ sctp });
            }}
          />
        </Form>
      </ModalBody>
      <ModalFooter>
        <Button type="submit" form={formId} isDisabled={draft.ipFamilies.length === 0}>
          {differing.length === 0 ? t('Show the present') : t('Show what would change')}
        </Button>
        <Button
          variant="secondary"
          isDisabled={differing.length === 0}
          onClick={() => {
            setDraft(whatIfValuesOf(present));
          }}
        >
          {t('Reset to present')}
        </Button>
        <Button variant="link" onClick={onClose}>
          {t('Cancel')}
        </Button>
      </ModalFooter>
    </Modal>
  );
};
