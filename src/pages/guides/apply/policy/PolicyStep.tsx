import { Button, List, ListItem } from '@patternfly/react-core';
import type { DisruptionEntry } from '@calico-readiness/requirements';
import { readPolicies } from '../../../../apply/expected-actions';
import { HostText } from '../../../../components/HostText';
import { sentenceWith } from '../../../../components/sentence-with';
import { useReadinessTranslation } from '../../../../hooks/useReadinessTranslation';
import type { Rights } from '../useRights';
import { actionWords } from './action-words';
import { PolicyChange } from './PolicyChange';
import type { DisruptionPolicy } from './useDisruptionPolicy';

interface PolicyStepProps {
  readonly policy: DisruptionPolicy;
  readonly rights: Rights | null;
}

/** What can replace the reboot, or does: a line, and a button where there is something to do. */
export const PolicyStep = ({ policy, rights }: PolicyStepProps) => {
  const translation = useReadinessTranslation();
  const { t } = translation;
  const { cluster, entries, standing, actions } = policy;
  if (cluster === undefined) return null;
  if (entries === null || standing === null)
    return <p>{t('No node disruption policy can replace the reboot for this change.')}</p>;
  switch (standing.kind) {
    case 'open':
      return rights?.policy === false ? (
        <p>
          {t(
            'Permission to patch MachineConfigurations is required to add a node disruption policy instead of a reboot.',
          )}
        </p>
      ) : (
        <>
          <p>
            {t('A node disruption policy can replace the reboot: {{actions}}.', {
              actions: actionWords(translation, actionsOf(entries)),
            })}
          </p>
          <AddPolicy policy={policy} entries={entries} rights={rights} />
        </>
      );
    case 'waiting':
      return <Waiting policy={policy} />;
    case 'in-force':
      return actions === null ? (
        <p>{t('No node disruption policy can replace the reboot for this change.')}</p>
      ) : (
        <p>
          {t('A node disruption policy replaces the reboot: {{actions}}.', {
            actions: actionWords(translation, actions),
          })}
        </p>
      );
    case 'other':
      return (
        <p>
          {sentenceWith({ path: <HostText>{standing.path}</HostText> }, (places) =>
            t(
              'The cluster has another node disruption policy for {{path}}. To change it, edit the MachineConfiguration by hand.',
              places,
            ),
          )}
        </p>
      );
    default:
      return standing satisfies never;
  }
};

/** For the operator, within a bound. */
const Waiting = ({ policy: { isLate, isAwaited, goOn } }: { policy: DisruptionPolicy }) => {
  const { t } = useReadinessTranslation();
  if (!isLate) return <p>{t('Written. Waiting for the Machine Config Operator to take over the policy.')}</p>;
  return (
    <>
      <p>{t('The Machine Config Operator has not taken over the node disruption policy yet.')}</p>
      {isAwaited && (
        <div>
          <Button variant="secondary" onClick={goOn}>
            {t('Go on with a reboot')}
          </Button>
        </div>
      )}
    </>
  );
};

const actionsOf = (entries: readonly DisruptionEntry[]) => [...readPolicies({ files: entries }).files.values()].flat();

const AddPolicy = ({ policy, entries, rights }: PolicyStepProps & { readonly entries: readonly DisruptionEntry[] }) => {
  const translation = useReadinessTranslation();
  const { t } = translation;
  const { cluster, manager, onWritten } = policy;
  if (cluster === undefined) return null;
  return (
    <div>
      <PolicyChange
        action={t('Add the policy')}
        title={t('Add the node disruption policy?')}
        entries={entries}
        manager={manager}
        object={cluster.object}
        isDisabled={rights === null}
        onWritten={onWritten}
      >
        <p>{t('It holds for every change of these files, in the whole cluster. Other policies stay.')}</p>
        <List>
          {entries.map((entry) => (
            <ListItem key={entry.path}>
              {sentenceWith({ path: <HostText>{entry.path}</HostText> }, (places) =>
                t('{{path}}: {{actions}}', { ...places, actions: actionWords(translation, actionsOf([entry])) }),
              )}
            </ListItem>
          ))}
        </List>
      </PolicyChange>
    </div>
  );
};
