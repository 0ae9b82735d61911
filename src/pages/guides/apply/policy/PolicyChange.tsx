import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from '@patternfly/react-core';
import { machineConfiguration, machineConfigurationName } from '@calico-readiness/requirements';
import type { DisruptionEntry } from '@calico-readiness/requirements';
import type { MachineConfigurationResource } from '../../../../apply/policy-standing';
import { ConfirmDialog } from '../../../../components/writing/ConfirmDialog';
import { WriteProblemAlert } from '../../../../components/writing/WriteProblemAlert';
import { applyJson } from '../../../../console/write-json';
import { machineConfigurationKind, objectUrl } from '../../../../k8s/models';
import { useRequest } from './useRequest';

interface PolicyChangeProps {
  readonly action: string;
  readonly title: string;
  /** None takes back what this manager applied. */
  readonly entries: readonly DisruptionEntry[];
  readonly manager: string;
  readonly object: MachineConfigurationResource;
  readonly isDisabled: boolean;
  readonly onWritten: () => void;
  readonly children: ReactNode;
}

/** A button: a strict dry run, and where the API accepts it, the confirmation and then the same in earnest. */
export const PolicyChange = (props: PolicyChangeProps) => {
  const { action, title, entries, manager, object, isDisabled, onWritten, children } = props;
  const { isRunning, failure, send } = useRequest();
  const [isAsked, setAsked] = useState(false);
  const url = objectUrl(machineConfigurationKind, machineConfigurationName);
  const write = (dryRun: boolean) =>
    applyJson(url, manager, machineConfiguration(entries, object.metadata?.uid), { dryRun });
  const tryIt = async () => {
    setAsked(await send(write, true));
  };
  const confirm = async () => {
    const done = await send(write, false);
    setAsked(false);
    if (done) onWritten();
  };
  return (
    <>
      {failure !== null && <WriteProblemAlert problem={failure.problem} dryRun={failure.dryRun} hasFile={false} />}
      <Button
        variant="secondary"
        isLoading={isRunning && !isAsked}
        isDisabled={isDisabled || isRunning}
        onClick={() => void tryIt()}
      >
        {action}
      </Button>
      {isAsked && (
        <ConfirmDialog
          title={title}
          action={action}
          isWriting={isRunning}
          onConfirm={() => void confirm()}
          onClose={() => {
            setAsked(false);
          }}
        >
          {children}
        </ConfirmDialog>
      )}
    </>
  );
};
