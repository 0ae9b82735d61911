import { LabelledAlert } from '../labelled/LabelledAlert';
import type { WriteProblem } from '../../apply/write-problem';
import { HostText } from '../HostText';
import type { ReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';

interface WriteProblemAlertProps {
  readonly problem: WriteProblem;
  readonly dryRun: boolean;
  /** Whether the page offers a file that somebody else can apply. */
  readonly hasFile?: boolean;
}

/** What became of the request, in what state that leaves the cluster, and what to do. */
export const WriteProblemAlert = ({ problem, dryRun, hasFile = true }: WriteProblemAlertProps) => {
  const { t } = useReadinessTranslation();
  const { title, advice } = textsOf(t, problem.kind, dryRun, hasFile);
  return (
    <LabelledAlert variant="danger" isInline component="h3" title={title} role="alert">
      <p>{advice}</p>
      {problem.message !== '' && (
        <p>
          <HostText>{problem.message}</HostText>
        </p>
      )}
    </LabelledAlert>
  );
};

function textsOf(t: ReadinessTranslation['t'], kind: WriteProblem['kind'], dryRun: boolean, hasFile: boolean) {
  const exported = hasFile
    ? t('Nothing was written. Copy or download the file above, and give it to a cluster administrator.')
    : t('Nothing was written. Ask a cluster administrator.');
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
    case 'owned':
      return {
        title: t('Another manager has these fields'),
        advice: t('Nothing was overwritten. Change the policy where that manager has it, or go on with a reboot.'),
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
