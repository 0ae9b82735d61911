import type { ReactNode } from 'react';
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
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import type { LoadProblem } from '../../k8s/load-problem';
import { nodeReportKind } from '../../k8s/models';
import { copyLabels } from '../labelled/copy-labels';
import { HostText } from '../HostText';
import './states.css';

interface LoadProblemStateProps {
  readonly problem: LoadProblem;
  readonly retry: () => void;
}

/** Why there is nothing to see: one cause, one thing to do about it. */
export const LoadProblemState = ({ problem, retry }: LoadProblemStateProps) => {
  switch (problem.kind) {
    case 'not-installed':
      return <NotInstalled retry={retry} />;
    case 'forbidden':
      return <Forbidden resource={problem.resource} />;
    case 'error':
      return <NotLoaded problem={problem} retry={retry} />;
    default:
      return problem.kind satisfies never;
  }
};

const NotInstalled = ({ retry }: { retry: () => void }) => {
  const { t } = useReadinessTranslation();
  return (
    <EmptyState headingLevel="h2" icon={PlugIcon} titleText={t('NodeReport is not installed in this cluster')}>
      <EmptyStateBody>
        {t(
          'The custom resource definitions of {{api}} are missing. A cluster administrator installs them together with the agent.',
          { api: `${apiGroup}/${apiVersion}` },
        )}
      </EmptyStateBody>
      <Action>
        <Button variant="primary" onClick={retry}>
          {t('Try again')}
        </Button>
      </Action>
    </EmptyState>
  );
};

const Forbidden = ({ resource }: { resource: string }) => {
  const { t } = useReadinessTranslation();
  const fullName = resource === nodeReportKind.plural ? `${resource}.${apiGroup}` : resource;
  return (
    <EmptyState
      headingLevel="h2"
      icon={LockIcon}
      titleText={t('Permission to list {{resource}} is required', { resource })}
    >
      <EmptyStateBody>
        {t('Your user cannot list {{resource}}. An administrator can grant it with this cluster role:', {
          resource: fullName,
        })}
      </EmptyStateBody>
      <Action>
        <ClipboardCopy isReadOnly isCode className="calico-readiness__state-command" {...copyLabels(t)}>
          {`oc create clusterrole calico-readiness-viewer --verb=get,list,watch --resource=${fullName}`}
        </ClipboardCopy>
      </Action>
    </EmptyState>
  );
};

const NotLoaded = ({ problem: { resource, detail }, retry }: LoadProblemStateProps) => {
  const { t } = useReadinessTranslation();
  return (
    <EmptyState
      headingLevel="h2"
      icon={ExclamationCircleIcon}
      status="danger"
      titleText={t('{{resource}} could not be loaded', { resource })}
    >
      <EmptyStateBody>
        <p>{t('A partial list is not evaluated. The console tries again by itself.')}</p>
        {detail !== '' && <HostText>{detail}</HostText>}
      </EmptyStateBody>
      <Action>
        <Button variant="primary" onClick={retry}>
          {t('Retry now')}
        </Button>
      </Action>
    </EmptyState>
  );
};

const Action = ({ children }: { children: ReactNode }) => (
  <EmptyStateFooter>
    <EmptyStateActions>{children}</EmptyStateActions>
  </EmptyStateFooter>
);
