import { ActionGroup, Button, Form, FormSection, Title } from '@patternfly/react-core';
import { readinessPolicyName } from '@calico-readiness/requirements';
import type { ClusterProfile } from '@calico-readiness/requirements';
import { useMayWaive } from '../../components/waivers/useMayWaive';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import type { ReadinessPolicyObject } from '../../k8s/models';
import { CancelButton } from './CancelButton';
import { ChangesSummary } from './ChangesSummary';
import { specOf } from './draft/policy-draft';
import { policyYaml } from './draft/policy-yaml';
import { ConditionAlerts, DraftAlerts, WritingAlerts } from './PolicyAlerts';
import { PolicyYaml } from './PolicyYaml';
import { ProfileSections } from './ProfileSections';
import { TextField } from './TextField';
import { usePolicyForm } from './usePolicyForm';
import type { PolicyFormState } from './usePolicyForm';
import { ViewChoice } from './ViewChoice';
import { WaiversSection } from './waivers/WaiversSection';
import '../../components/overview.css';
import './policy.css';

interface PolicyFormProps {
  /** The policy as it is now; undefined where the cluster has none. */
  readonly policy: ReadinessPolicyObject | undefined;
  readonly profile: ClusterProfile | undefined;
}

/** Fills in the policy and saves it. */
export const PolicyForm = ({ policy, profile }: PolicyFormProps) => {
  const { t } = useReadinessTranslation();
  const form = usePolicyForm(policy);
  const { of, writing, text } = form;
  const mayWrite = useMayWaive(policy === undefined ? 'create' : 'patch');
  const isWriting = writing.state.status === 'writing';
  const isNew = of.base === undefined;
  const spec = specOf(of.draft);
  return (
    <div className="calico-readiness__policy">
      <div className="calico-readiness__policy-waiver-head">
        <Title headingLevel="h2">
          {isNew ? t('Create the ReadinessPolicy') : `ReadinessPolicy ${readinessPolicyName}`}
        </Title>
        <ViewChoice form={form} />
      </div>
      <ConditionAlerts policy={policy} />
      <DraftAlerts of={of} onRestart={form.restart} onRebase={form.rebase} />
      <Form
        aria-label={t('Policy')}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isWriting && mayWrite !== false && (of.isChanged || isNew)) void form.save();
        }}
      >
        {text.yaml === null ? <Fields form={form} profile={profile} /> : <PolicyYaml form={form} text={text.yaml} />}
        <ChangesSummary draft={of.draft} spec={of.base?.spec} profile={profile} isFaulty={form.faults.size > 0} />
        <WritingAlerts
          state={writing.state}
          mayWrite={mayWrite}
          yaml={policyYaml(spec)}
          otherCauses={form.otherCauses}
        />
        <ActionGroup>
          <Button
            type="submit"
            isLoading={isWriting}
            isDisabled={isWriting || mayWrite === false || mayWrite === null || !(of.isChanged || isNew)}
          >
            {isNew ? t('Create') : t('Save')}
          </Button>
          <CancelButton isChanged={of.isChanged} isDisabled={isWriting} onDiscard={form.restart} />
        </ActionGroup>
      </Form>
    </div>
  );
};

const Fields = ({
  form,
  profile,
}: {
  readonly form: PolicyFormState;
  readonly profile: ClusterProfile | undefined;
}) => {
  const { t } = useReadinessTranslation();
  const { change, faultsAt, now } = form;
  const { draft } = form.of;
  return (
    <>
      <ProfileSections draft={draft} profile={profile} faultsAt={faultsAt} onChange={change} />
      <FormSection title={t('Reports')} titleElement="h3">
        <div className="calico-readiness__policy-fields">
          <TextField
            place="reportIntervalSeconds"
            title={t('Report interval')}
            value={draft.interval}
            inputMode="numeric"
            hint={t('Seconds between reports that say nothing new. Empty for what the agents were installed with.')}
            faults={faultsAt('reportIntervalSeconds')}
            onChange={(interval) => {
              change({ ...draft, interval });
            }}
          />
        </div>
      </FormSection>
      <WaiversSection draft={draft} now={now} faultsAt={faultsAt} onChange={change} />
    </>
  );
};
