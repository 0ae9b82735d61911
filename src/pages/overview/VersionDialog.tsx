import { useState } from 'react';
import {
  Button,
  Form,
  FormGroup,
  FormSelect,
  FormSelectOption,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
} from '@patternfly/react-core';
import { calicoVersions } from '@calico-readiness/requirements';
import type { CalicoVersion } from '@calico-readiness/requirements';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import type { Declaration } from './useDeclaration';
import { CommandToHandOn, VersionProblem } from './VersionProblem';

interface VersionDialogProps {
  readonly declaration: Declaration;
  readonly onClose: () => void;
}

const id = 'calico-readiness-version';
const newestFirst: readonly CalicoVersion[] = [...calicoVersions].reverse();

/** Chooses the Calico version; without the right, gives the command to hand on. */
export const VersionDialog = ({ declaration, onClose }: VersionDialogProps) => {
  const { t } = useReadinessTranslation();
  const [version, setVersion] = useState<CalicoVersion>(newestFirst[0] ?? 'v3.25');
  const { mayWrite, isRead, state, declare } = declaration;
  const isBusy = state.status === 'dry-running' || state.status === 'writing';
  const submit = async (): Promise<void> => {
    if (await declare(version)) onClose();
  };
  return (
    <Modal isOpen variant="small" onClose={onClose} aria-labelledby={`${id}-title`} aria-describedby={`${id}-text`}>
      <ModalHeader
        title={t('Declare the Calico version')}
        labelId={`${id}-title`}
        descriptorId={`${id}-text`}
        description={t('The agents evaluate their nodes for this version. Calico itself is not changed.')}
      />
      <ModalBody>
        <Form
          id={id}
          onSubmit={(event) => {
            event.preventDefault();
            if (mayWrite !== false && isRead && !isBusy) void submit();
          }}
        >
          <FormGroup label={t('Calico version')} fieldId={`${id}-choice`}>
            <FormSelect
              id={`${id}-choice`}
              value={version}
              onChange={(_event, text) => {
                const chosen = calicoVersions.find((known) => known === text);
                if (chosen !== undefined) setVersion(chosen);
              }}
            >
              {newestFirst.map((known) => (
                <FormSelectOption key={known} value={known} label={known} />
              ))}
            </FormSelect>
          </FormGroup>
          {mayWrite === false && <CommandToHandOn version={version} />}
          {state.status === 'failed' && <VersionProblem problem={state.problem} wasDryRun={state.wasDryRun} />}
        </Form>
      </ModalBody>
      <ModalFooter className="calico-readiness__dialog-actions">
        {mayWrite !== false && (
          <Button type="submit" form={id} isDisabled={mayWrite === null || !isRead || isBusy} isLoading={isBusy}>
            {t('Declare {{version}}', { version })}
          </Button>
        )}
        <Button variant="link" onClick={onClose}>
          {mayWrite === false ? t('Close') : t('Cancel')}
        </Button>
      </ModalFooter>
    </Modal>
  );
};
