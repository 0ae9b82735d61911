import { useMemo } from 'react';
import { Alert, Form, FormGroup, FormSelect, FormSelectOption } from '@patternfly/react-core';
import { deleteCommand, guideSituation, isEmptyChange } from '@calico-readiness/requirements';
import type { Guide } from '@calico-readiness/requirements';
import { useSearchParams } from '../../console/router';
import type { Fleet } from '../../fleet/build-fleet';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { affectedNodes } from './affected-nodes';
import type { AffectedRow } from './affected-nodes';
import { CodeListing } from './CodeListing';
import { DisruptionTable } from './DisruptionTable';
import { GuideSection } from './GuideSection';
import { InstructionList } from './InstructionList';
import { MachineConfigReview } from './MachineConfigReview';
import { poolsReached, rolesToOffer } from './pool-reach';

interface MachineConfigStepsProps {
  readonly guide: Guide;
  readonly fleet: Fleet | undefined;
  /** The affected RHCOS nodes. */
  readonly affected: readonly AffectedRow[];
}

/**
 * A guide for RHCOS nodes: one MachineConfig for one role, tailored to the affected nodes of all the pools
 * that the role reaches. A dry run, creating it and watching its rollout have their place behind the review.
 */
export const MachineConfigSteps = ({ guide, fleet, affected }: MachineConfigStepsProps) => {
  const { t } = useReadinessTranslation();
  const [parameters, setParameters] = useSearchParams();
  const { rows, machineConfigPools } = fleet ?? nothingKnown;
  const roles = useMemo(() => rolesToOffer(rows, affected, machineConfigPools), [rows, affected, machineConfigPools]);
  const role = roles.find((name) => name === parameters.get('role')) ?? roles[0] ?? 'worker';
  const { reach, situation, change } = useMemo(() => {
    const pools = poolsReached(role, rows, affected, machineConfigPools);
    const reached = affected.filter(({ row }) => pools.some(({ pool }) => pool === row.pool?.name));
    const sum = guideSituation(affectedNodes(reached));
    return { reach: pools, situation: sum, change: guide.change(sum) };
  }, [guide, role, rows, affected, machineConfigPools]);
  const before = guide.instructions('rhcos', situation);
  const hasChange = !isEmptyChange(change);

  return (
    <>
      {hasChange && roles.length > 1 && (
        <Form isHorizontal>
          <FormGroup label={t('Role of the MachineConfig')} fieldId="machine-config-role">
            <FormSelect
              id="machine-config-role"
              value={role}
              onChange={(_event, name) => {
                const next = new URLSearchParams(parameters);
                next.set('role', name);
                setParameters(next, { replace: true });
              }}
            >
              {roles.map((name) => (
                <FormSelectOption key={name} value={name} label={name} />
              ))}
            </FormSelect>
          </FormGroup>
        </Form>
      )}
      {before.length > 0 && (
        <GuideSection title={hasChange ? t('Before you begin') : t('What to do')}>
          <InstructionList id="steps" instructions={before} />
        </GuideSection>
      )}
      {hasChange && (
        <GuideSection title={t('Review the MachineConfig')}>
          <MachineConfigReview guide={guide.id} role={role} change={change} />
        </GuideSection>
      )}
      <GuideSection title={t('What it disrupts')}>
        {hasChange && fleet !== undefined && <DisruptionTable role={role} reach={reach} />}
        {hasChange && fleet !== undefined && machineConfigPools.length === 0 && (
          <Alert
            variant="warning"
            isInline
            component="h3"
            title={t(
              'No MachineConfigPools can be seen: the cluster has none, or you may not list them. Pools that inherit the role or are paused are not counted.',
            )}
          />
        )}
        <InstructionList id="disruption" instructions={guide.disruption('rhcos', situation)} />
      </GuideSection>
      <GuideSection title={t('How to verify')}>
        <InstructionList id="verify" instructions={guide.verify('rhcos', situation)} />
      </GuideSection>
      <GuideSection title={t('How to undo')}>
        {hasChange && (
          <CodeListing
            id="delete"
            label={t('Command to delete the MachineConfig')}
            text={deleteCommand(role, guide.id)}
          />
        )}
        <InstructionList id="undo" instructions={guide.undo('rhcos', situation)} />
      </GuideSection>
    </>
  );
};

const nothingKnown: Pick<Fleet, 'rows' | 'machineConfigPools'> = { rows: [], machineConfigPools: [] };
