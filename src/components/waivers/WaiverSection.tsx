import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { Button } from '@patternfly/react-core';
import { FlagIcon } from '@patternfly/react-icons';
import type { Fleet } from '../../fleet/build-fleet';
import type { NodeRow } from '../../fleet/node-row';
import { useKeepFocus } from '../../hooks/useKeepFocus';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { LabelledSpinner } from '../labelled/LabelledSpinner';
import { EndWaiver } from './EndWaiver';
import { useMayWaive } from './useMayWaive';
import { useWaiverWriting } from './useWaiverWriting';
import { WaiverDetails } from './WaiverDetails';
import './waiver.css';

interface WaiverSectionProps {
  readonly fleet: Fleet;
  readonly row: NodeRow;
  /** Id of a requirement that the node does not meet, or may not. */
  readonly requirement: string;
}

/** Brings along what writes YAML, which few need. */
const WaiverForm = lazy(() => import('./WaiverForm').then((form) => ({ default: form.WaiverForm })));

/** Where the focus goes when what had it is gone. */
const heading = '.calico-readiness__waiver-heading';

/** The waiver of a finding and how to end it; or, where there is none, how to make one. */
export const WaiverSection = ({ fleet, row, requirement }: WaiverSectionProps) => {
  const { t } = useReadinessTranslation();
  const { waivers } = fleet;
  const waiver = row.waived?.get(requirement);
  const mayEnd = useMayWaive(waiver === undefined ? null : 'patch');
  useKeepFocus(String(waiver?.index), heading);
  const covered = fleet.rows.filter((other) => other.waived?.get(requirement)?.index === waiver?.index).length;
  return (
    <section aria-label={t('Waiver')}>
      <h3 tabIndex={-1} className="calico-readiness__waiver-heading">
        <FlagIcon /> {t('Waiver')}
      </h3>
      {waiver === undefined ? (
        <NewWaiver key={`${row.name} ${requirement}`} fleet={fleet} row={row} requirement={requirement} />
      ) : (
        <>
          <WaiverDetails waiver={waiver} />
          <EndWaiver waivers={waivers} index={waiver.index} nodes={covered} mayEnd={mayEnd} />
          {mayEnd === false && <p>{t('Permission to patch ReadinessPolicies is required to end a waiver.')}</p>}
        </>
      )}
    </section>
  );
};

const NewWaiver = ({ fleet, row, requirement }: WaiverSectionProps) => {
  const { t } = useReadinessTranslation();
  const [isOpen, setOpen] = useState(false);
  const { problem, policy } = fleet.waivers;
  const mayWrite = useMayWaive(policy === undefined ? 'create' : 'patch');
  const writing = useWaiverWriting();
  useKeepFocus(String(isOpen), heading);
  const opener = useRef<HTMLButtonElement>(null);
  const [isCancelled, setCancelled] = useState(false);
  useEffect(() => {
    if (isCancelled) opener.current?.focus();
  }, [isCancelled]);
  const close = () => {
    setOpen(false);
  };
  if (problem !== null && policy === undefined)
    return <p>{t('Waivers cannot be read. Permission to list ReadinessPolicies is required.')}</p>;
  return (
    <>
      {mayWrite === false && (
        <p>
          {t('Permission to patch ReadinessPolicies is required to waive it. Fill in the form to get YAML to hand on.')}
        </p>
      )}
      {isOpen ? (
        <Suspense fallback={<LabelledSpinner label={t('Loading')} />}>
          <WaiverForm
            fleet={fleet}
            row={row}
            requirement={requirement}
            mayWrite={mayWrite !== false}
            writing={writing}
            onCreated={close}
            onCancel={() => {
              close();
              setCancelled(true);
            }}
          />
        </Suspense>
      ) : writing.state.status === 'written' ? (
        <p role="status">{t('The waiver is written. It shows here in a moment.')}</p>
      ) : (
        <Button
          ref={opener}
          variant="secondary"
          isDisabled={mayWrite === null}
          onClick={() => {
            setCancelled(false);
            setOpen(true);
          }}
        >
          {t('Waive this requirement')}
        </Button>
      )}
    </>
  );
};
