import { Alert } from '@patternfly/react-core';
import type { WriteProblem } from '../../../apply/write-problem';
import { HostText } from '../../../components/HostText';
import type { ReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';

interface WriteProblemAlertProps {
  readonly problem: WriteProblem;
  readonly dryRun: boolean;
}

/** What became of the request, in what state that leaves the cluster, and what to do. */
export const WriteProblemAlert = ({ problem, dryRun }: WriteProblemAlertProps) => {
  const { t } = useReadinessTranslation();
  const { title, advice } = textsOf(t, problem.kind, dryRun);
  return (
    <Alert variant="danger" isInline component="h3" title={title} role="alert">
      <p>{advice}</p>
      {problem.message !== '' && (
        <p>
          <HostText>{problem.message}</HostText>
        </p>
      )}
    </Alert>
  );
};

function textsOf(t: ReadinessTranslation['t'], kind: WriteProblem['kind'], dryRun: boolean) {
  const exported = t('Nothing was written. Copy or download the file above, and give it to a cluster administrator.');
  switch (kind) {
    case 'forbidden':
      return { title: t('You do not have permission'), advice: exported };
    case 'denied':
      return { title: t('The cluster denies it'), advice: exported };
    case 'invalid':
      return { title: t('The API does not accept it'), advice: exported };
    case 'exists':
    case 'conflict':
      return {
        title: t('It was changed in the meantime'),
        advice: t('Nothing was overwritten. Review the current state, and decide again.'),
      };
    case 'gone':
      return {
        title: t('It was deleted in the meantime'),
        advice: t('Nothing was written. Review the current state, and decide again.'),
      };
    case 'busy':
      return { title: t('The API is busy'), advice: t('Nothing was written. Try again in a moment.') };
    case 'unknown':
      return dryRun
        ? { title: t('The dry run got no answer'), advice: t('A dry run writes nothing. Try it again.') }
        : {
            title: t('The API did not confirm whether it was written'),
            advice: t(
              'This page shows the state of the cluster as soon as it can be read. Nothing is sent a second time.',
            ),
          };
    default:
      return kind satisfies never;
  }
}
