import { ActionList, ActionListItem, Button } from '@patternfly/react-core';
import { LabelledAlert } from '../../../components/labelled/LabelledAlert';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import type { Intent, Writing } from './useWriting';
import { WriteProblemAlert } from '../../../components/writing/WriteProblemAlert';

interface ProposalActionsProps {
  readonly intent: Intent;
  /** What the second button does. */
  readonly action: string;
  readonly writing: Writing;
  readonly isDisabled: boolean;
  readonly onAct: (intent: Intent) => void;
}

const isSame = (one: Intent, other: Intent): boolean =>
  one.kind === other.kind && JSON.stringify(one.object) === JSON.stringify(other.object);

/** A dry run of exactly this, and then the button that asks for the confirmation. */
export const ProposalActions = ({ intent, action, writing, isDisabled, onAct }: ProposalActionsProps) => {
  const { t } = useReadinessTranslation();
  const { state, dryRun } = writing;
  const isOurs = state.status !== 'idle' && state.intent.kind !== 'delete';
  const isAccepted = state.status === 'accepted' && isSame(state.intent, intent);
  const isBusy = isDisabled || state.status === 'dry-running' || state.status === 'writing';
  return (
    <>
      {isOurs && state.status === 'failed' && <WriteProblemAlert problem={state.problem} dryRun={state.dryRun} />}
      <div role="status">
        {isAccepted && (
          <LabelledAlert variant="success" isInline component="h3" title={t('The API accepts it in a dry run')} />
        )}
        {isOurs && state.status === 'accepted' && !isAccepted && (
          <LabelledAlert
            variant="info"
            isInline
            component="h3"
            title={t('It changed since the dry run. Run it again.')}
          />
        )}
      </div>
      <ActionList>
        <ActionListItem>
          <Button
            variant={isAccepted ? 'secondary' : 'primary'}
            isLoading={state.status === 'dry-running'}
            isAriaDisabled={isBusy}
            onClick={() => {
              if (!isBusy) dryRun(intent);
            }}
          >
            {t('Dry run')}
          </Button>
        </ActionListItem>
        <ActionListItem>
          <Button
            variant={isAccepted ? 'primary' : 'secondary'}
            isAriaDisabled={!isAccepted || isBusy}
            onClick={() => {
              if (isAccepted && !isBusy) onAct(intent);
            }}
          >
            {action}
          </Button>
        </ActionListItem>
      </ActionList>
    </>
  );
};
