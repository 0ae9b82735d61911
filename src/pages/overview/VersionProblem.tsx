import { ClipboardCopy } from '@patternfly/react-core';
import { LabelledAlert } from '../../components/labelled/LabelledAlert';
import type { CalicoVersion } from '@calico-readiness/requirements';
import { copyLabels } from '../../components/labelled/copy-labels';
import { HostText } from '../../components/HostText';
import type { ApiStatus } from '../../console/api-status';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import type { ReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { declaringCommand } from '../../k8s/version-declaration';

/** For who may not declare it. */
export const CommandToHandOn = ({ version }: { readonly version: CalicoVersion }) => {
  const { t } = useReadinessTranslation();
  return (
    <LabelledAlert isInline variant="info" component="p" title={t('Permission to patch readinesspolicies is required')}>
      <p>{t('An administrator can declare it with this command:')}</p>
      <ClipboardCopy isReadOnly isCode {...copyLabels(t)}>
        {declaringCommand(version)}
      </ClipboardCopy>
    </LabelledAlert>
  );
};

/** Why it was not declared, and in what state that leaves the cluster. */
export const VersionProblem = ({
  problem,
  wasDryRun,
}: {
  readonly problem: ApiStatus;
  readonly wasDryRun: boolean;
}) => {
  const { t } = useReadinessTranslation();
  const { title, advice } = textsOf(t, problem, wasDryRun);
  return (
    <LabelledAlert isInline variant="danger" component="p" title={title} role="alert">
      <p>{advice}</p>
      {problem.message !== '' && <HostText>{problem.message}</HostText>}
    </LabelledAlert>
  );
};

function textsOf(t: ReadinessTranslation['t'], { code }: ApiStatus, wasDryRun: boolean) {
  const nothing = t('Nothing was written.');
  if (code === 409)
    return {
      title: t('It was changed in the meantime'),
      advice: t('Nothing was overwritten. Review the current state, and decide again.'),
    };
  if (code === 401 || code === 403) return { title: t('You do not have permission'), advice: nothing };
  if (code === undefined || code >= 500)
    return wasDryRun
      ? { title: t('The dry run got no answer'), advice: t('A dry run writes nothing. Try it again.') }
      : {
          title: t('The API did not confirm whether it was written'),
          advice: t(
            'This page shows the state of the cluster as soon as it can be read. Nothing is sent a second time.',
          ),
        };
  return { title: t('The API does not accept it'), advice: nothing };
}
