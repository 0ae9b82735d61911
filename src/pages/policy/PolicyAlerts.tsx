import { AlertActionLink } from '@patternfly/react-core';
import { policyConditionTypes } from '@calico-readiness/requirements';
import { HostText } from '../../components/HostText';
import { LabelledAlert } from '../../components/labelled/LabelledAlert';
import { CodeListing } from '../../components/listing/CodeListing';
import { WriteProblemAlert } from '../../components/writing/WriteProblemAlert';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import type { ReadinessPolicyObject } from '../../k8s/models';
import { asList, asRecord, asText } from '../../k8s/untyped';
import type { DraftOfPolicy } from './usePolicyDraft';
import type { PolicyWritingState } from './usePolicyWriting';

/** What the controller says is wrong with the policy as it is. */
export const ConditionAlerts = ({ policy }: { readonly policy: ReadinessPolicyObject | undefined }) => {
  const { t } = useReadinessTranslation();
  const conditions = asList(asRecord(asRecord(policy)['status'])['conditions']).map(asRecord);
  const unmet = policyConditionTypes.flatMap((type) => {
    const condition = conditions.find((each) => each['type'] === type && each['status'] === 'False');
    const message = asText(condition?.['message']);
    return message === undefined ? [] : [{ type, message }];
  });
  return (
    <>
      {unmet.map(({ type, message }) => (
        <LabelledAlert
          key={type}
          isInline
          variant="warning"
          component="h3"
          title={t('The controller says of the current policy: {{type}} is False', { type })}
        >
          <HostText>{message}</HostText>
        </LabelledAlert>
      ))}
    </>
  );
};

interface DraftAlertsProps {
  readonly of: DraftOfPolicy;
  readonly onRestart: () => void;
  readonly onRebase: () => void;
}

/** What others did meanwhile, and what is left of an earlier visit. */
export const DraftAlerts = ({ of, onRestart, onRebase }: DraftAlertsProps) => {
  const { t } = useReadinessTranslation();
  return (
    <>
      {of.isFromBefore && (
        <LabelledAlert
          isInline
          variant="info"
          component="h3"
          title={t('Your unsaved changes are still here')}
          actionLinks={<AlertActionLink onClick={onRestart}>{t('Discard them')}</AlertActionLink>}
        />
      )}
      {of.isOutdated && of.isChanged && (
        <LabelledAlert
          isInline
          isLiveRegion
          variant="warning"
          component="h3"
          title={t('The policy was changed in the meantime')}
          actionLinks={
            <>
              <AlertActionLink onClick={onRebase}>{t('Put my changes on the current policy')}</AlertActionLink>
              <AlertActionLink onClick={onRestart}>{t('Discard my changes')}</AlertActionLink>
            </>
          }
        >
          {t('Nothing of yours is lost. Fields that you did not touch follow the current policy.')}
        </LabelledAlert>
      )}
    </>
  );
};

interface WritingAlertsProps {
  readonly state: PolicyWritingState;
  readonly mayWrite: boolean | undefined | null;
  /** The policy as the person wants it, to hand on. */
  readonly yaml: string;
  /** What the API says of fields that the form does not show. */
  readonly otherCauses: readonly string[];
}

/** What came of saving. Without the right to, there is the YAML to hand on. */
export const WritingAlerts = ({ state, mayWrite, yaml, otherCauses }: WritingAlertsProps) => {
  const { t } = useReadinessTranslation();
  const isRefused = state.status === 'failed' && ['forbidden', 'denied', 'invalid'].includes(state.problem.kind);
  return (
    <>
      {mayWrite === false && (
        <LabelledAlert
          isInline
          variant="info"
          component="p"
          title={t('Permission to patch readinesspolicies is required')}
        >
          {t('Fill in the form to get YAML to hand on.')}
        </LabelledAlert>
      )}
      {(mayWrite === false || isRefused) && <CodeListing id="policy" label={t('YAML of the policy')} text={yaml} />}
      {state.status === 'failed' && <WriteProblemAlert problem={state.problem} dryRun={state.dryRun} />}
      {otherCauses.map((cause) => (
        <p key={cause}>
          <HostText>{cause}</HostText>
        </p>
      ))}
      {state.status === 'written' && (
        <LabelledAlert isInline isLiveRegion variant="success" component="p" title={t('The policy is saved')}>
          {t('The nodes follow as soon as their agents have reported.')}
        </LabelledAlert>
      )}
    </>
  );
};
