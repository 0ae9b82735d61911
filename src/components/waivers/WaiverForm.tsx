import { useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { ActionGroup, Button, Form } from '@patternfly/react-core';
import { currentUserName } from '../../console/current-user';
import type { Fleet } from '../../fleet/build-fleet';
import type { NodeRow } from '../../fleet/node-row';
import { waiverTargets } from '../../fleet/waivers/waiver-targets';
import { useBroughtIntoView } from './useBroughtIntoView';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { WriteProblemAlert } from '../writing/WriteProblemAlert';
import { TargetChoice } from './TargetChoice';
import type { WaiverWriting } from './useWaiverWriting';
import { firstDraft, waiverOfDraft } from './waiver-draft';
import { WaiverFields } from './WaiverFields';
import { WaiverYaml } from './WaiverYaml';

interface WaiverFormProps {
  readonly fleet: Fleet;
  readonly row: NodeRow;
  readonly requirement: string;
  /** Where the user may not write it, there is only the YAML to hand on. */
  readonly mayWrite: boolean;
  readonly writing: WaiverWriting;
  readonly onCreated: () => void;
  readonly onCancel: () => void;
}

/** Asks why, who, until when and for which nodes, and writes the waiver. */
export const WaiverForm = (properties: WaiverFormProps) => {
  const { fleet, row, requirement, mayWrite, writing, onCreated, onCancel } = properties;
  const { t } = useReadinessTranslation();
  const [now] = useState(() => Date.now());
  const [draft, setDraft] = useState(() => firstDraft(now));
  const [kind, setKind] = useState<string>();
  const form = useRef<HTMLFormElement>(null);
  useBroughtIntoView(form);
  useOwnerOfUser((owner) => {
    setDraft((former) => (former.owner === '' ? { ...former, owner } : former));
  });
  const targets = waiverTargets(fleet, row, requirement);
  const target = targets.find((candidate) => candidate.kind === kind) ?? targets[0];
  const waiver = target && waiverOfDraft(draft, requirement, target.selector, now);
  const { state } = writing;
  const isWriting = state.status === 'writing';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (waiver === undefined || isWriting || !mayWrite) return;
    const isDone = await writing.write({ kind: 'add', policy: fleet.waivers.policy, waiver });
    if (isDone && writing.isShown()) onCreated();
  };
  const showsYaml = waiver !== undefined && (!mayWrite || state.status === 'failed');
  return (
    <Form ref={form} aria-label={t('Waive this requirement')} onSubmit={(event) => void submit(event)}>
      <WaiverFields draft={draft} now={now} onChange={setDraft} />
      <TargetChoice targets={targets} pool={row.pool?.name} chosen={target?.kind} onChange={setKind} />
      {showsYaml && <WaiverYaml waiver={waiver} />}
      {state.status === 'failed' && <WriteProblemAlert problem={state.problem} dryRun={state.dryRun} />}
      <ActionGroup>
        {mayWrite && (
          <Button type="submit" variant="primary" isLoading={isWriting} isDisabled={waiver === undefined || isWriting}>
            {t('Create the waiver')}
          </Button>
        )}
        <Button variant="link" isDisabled={isWriting} onClick={onCancel}>
          {t('Cancel')}
        </Button>
      </ActionGroup>
    </Form>
  );
};

/** Proposes the user as the owner, once the API has said who that is. */
function useOwnerOfUser(propose: (owner: string) => void): void {
  useEffect(() => {
    let stopped = false;
    void currentUserName().then((name) => {
      if (!stopped && name !== undefined) propose(name);
    });
    return () => {
      stopped = true;
    };
    // Once: whoever clears the field wants it so.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
}
