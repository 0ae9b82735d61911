import { AlertActionLink } from '@patternfly/react-core';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import type { LoadProblem } from '../../k8s/load-problem';
import { HostText } from '../HostText';
import { LabelledAlert } from '../labelled/LabelledAlert';

interface RefreshAlertProps {
  readonly level: 'h2' | 'h3';
  readonly problem: LoadProblem;
  /** Since when, in milliseconds; undefined where that is not known. */
  readonly since: number | undefined;
  readonly retry?: () => void;
}

/** Why what is shown is not the current state, and from when it is. */
export const RefreshAlert = ({ level, problem, since, retry }: RefreshAlertProps) => {
  const { t, language } = useReadinessTranslation();
  // The console's timestamps say how long ago, which moves on while the data does not.
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' }).format(since);
  return (
    <LabelledAlert
      isInline
      variant="warning"
      component={level}
      title={t('The data shown cannot be refreshed')}
      {...(retry !== undefined && {
        actionLinks: <AlertActionLink onClick={retry}>{t('Retry now')}</AlertActionLink>,
      })}
    >
      {since !== undefined && (
        <p>{t('It is as of {{time}}. The page continues by itself once the API answers.', { time })}</p>
      )}
      {problem.detail !== '' && <HostText>{problem.detail}</HostText>}
    </LabelledAlert>
  );
};
