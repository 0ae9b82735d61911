import {
  Button,
  ClipboardCopy,
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
} from '@patternfly/react-core';
import { ExclamationCircleIcon, LockIcon, PlugIcon } from '@patternfly/react-icons';
import { apiGroup, apiVersion } from '@calico-readiness/requirements';
import { useReadinessTranslation } from '../hooks/useReadinessTranslation';
import type { LoadProblem } from '../k8s/load-problem';
import { nodeReportKind } from '../k8s/models';
import { copyLabels } from './copy-labels';
import { HostText } from './HostText';
import './states.css';

interface LoadProblemStateProps {
  readonly problem: LoadProblem;
  readonly retry: () => void;
}

/** Why there is nothing to see: one cause, one thing to do about it. */
export const LoadProblemState = ({ problem, retry }: LoadProblemStateProps) => {
  const { t } = useReadinessTranslation();
  switch (problem.kind) {
    case 'not-installed':
      return (
        <EmptyState headingLevel="h2" icon={PlugIcon} titleText={t('NodeReport is not known to this cluster')}>
          <EmptyStateBody>
            {t(
              'The custom resource definitions of {{api}} are missing. A cluster administrator installs them together with the agent.',
              {
                api: `${apiGroup}/${apiVersion}`,
              },
            )}
          </EmptyStateBody>
          <EmptyStateFooter>
            <EmptyStateActions>
              <Button variant="primary" onClick={retry}>
                {t('Look again')}
              </Button>
            </EmptyStateActions>
          </EmptyStateFooter>
        </EmptyState>
      );
    case 'forbidden':
      return (
        <EmptyState
          headingLevel="h2"
          icon={LockIcon}
          titleText={t('You may not list {{resource}}', { resource: problem.resource })}
        >
          <EmptyStateBody>
            {t('Your user has no right to list {{resource}}. An administrator can grant it with this cluster role:', {
              resource: fullName(problem.resource),
            })}
          </EmptyStateBody>
          <EmptyStateFooter>
            <EmptyStateActions>
              <ClipboardCopy isReadOnly isCode className="calico-readiness__state-command" {...copyLabels(t)}>
                {`oc create clusterrole calico-readiness-viewer --verb=get,list,watch --resource=${fullName(problem.resource)}`}
              </ClipboardCopy>
            </EmptyStateActions>
          </EmptyStateFooter>
        </EmptyState>
      );
    case 'error':
      return (
        <EmptyState
          headingLevel="h2"
          icon={ExclamationCircleIcon}
          status="danger"
          titleText={t('{{resource}} could not be loaded', { resource: problem.resource })}
        >
          <EmptyStateBody>
            <p>{t('Nothing is judged from a partial list. The console tries again by itself.')}</p>
            {problem.detail !== '' && <HostText>{problem.detail}</HostText>}
          </EmptyStateBody>
          <EmptyStateFooter>
            <EmptyStateActions>
              <Button variant="primary" onClick={retry}>
                {t('Retry now')}
              </Button>
            </EmptyStateActions>
          </EmptyStateFooter>
        </EmptyState>
      );
    default:
      return problem.kind satisfies never;
  }
};

const fullName = (resource: string): string =>
  resource === nodeReportKind.plural ? `${resource}.${apiGroup}` : resource;
