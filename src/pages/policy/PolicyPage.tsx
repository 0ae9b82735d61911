import { Bullseye } from '@patternfly/react-core';
import { LabelledSpinner } from '../../components/labelled/LabelledSpinner';
import { PageFrame } from '../../components/PageFrame';
import { LoadProblemState } from '../../components/states/LoadProblemState';
import { withPageTexts } from '../../components/withPageTexts';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { PolicyForm } from './PolicyForm';
import { usePolicy } from './usePolicy';

/**
 * `/calico-readiness/policy`, and in place of the console's editor where somebody creates a ReadinessPolicy: a cluster has
 * one, so that creating it leads to changing it where it is there.
 */
export const PolicyPage = withPageTexts(function PolicyPage() {
  const { t } = useReadinessTranslation();
  return (
    <PageFrame tab="overview" pageName={t('Readiness policy')}>
      <PolicyContent />
    </PageFrame>
  );
});

const PolicyContent = () => {
  const { t } = useReadinessTranslation();
  const { state, retry } = usePolicy();
  switch (state.status) {
    case 'loading':
      return (
        <Bullseye>
          <LabelledSpinner label={t('Loading the policy')} />
        </Bullseye>
      );
    case 'failed':
      return <LoadProblemState problem={state.problem} retry={retry} />;
    case 'ready':
      return <PolicyForm policy={state.policy} profile={state.profile} />;
    default:
      return state satisfies never;
  }
};
