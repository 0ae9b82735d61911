import { ClipboardCopy, EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core';
import { CubesIcon } from '@patternfly/react-icons';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { copyLabels } from '../labelled/copy-labels';
import './states.css';

/** The definitions are there, and no agent has reported. */
export const NoReportsState = ({ nodes }: { nodes: number }) => {
  const { t, number } = useReadinessTranslation();
  return (
    <EmptyState headingLevel="h2" icon={CubesIcon} titleText={t('No reports yet')}>
      <EmptyStateBody>
        {t('{{number}} nodes are listed; none has a report.', { count: nodes, number: number(nodes) })}{' '}
        {t(
          'The agent on each node writes its first report within two minutes of its start. Check whether its pods run:',
        )}
      </EmptyStateBody>
      <EmptyStateFooter>
        <EmptyStateActions>
          <ClipboardCopy isReadOnly isCode className="calico-readiness__state-command" {...copyLabels(t)}>
            oc get pods --all-namespaces --selector app.kubernetes.io/part-of=calico-readiness
          </ClipboardCopy>
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  );
};
