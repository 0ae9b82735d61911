import { useCallback, useEffect, useState } from 'react';
import { Button } from '@patternfly/react-core';
import type { NodeRow } from '../../fleet/node-row';
import { mostAsked, useRecheck } from '../../hooks/recheck/useRecheck';
import { useRecheckRight } from '../../hooks/recheck/useRecheckRight';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { HostText } from '../HostText';
import { ReasonTooltip } from '../ReasonTooltip';
import { waitingFor } from './waiting-for';
import type { RecheckRequest } from './waiting-for';

/** At most one request in this time: agents answer within seconds, and each answer is a write of the whole report. */
const pauseMilliseconds = 10_000;

/** Asks the agents of these nodes to check again, and says how many have not answered. */
export const RecheckButton = ({ rows }: { readonly rows: readonly NodeRow[] }) => {
  const { t, number } = useReadinessTranslation();
  const allowed = useRecheckRight();
  const { state, ask } = useRecheck();
  const [request, setRequest] = useState<RecheckRequest>();
  const [pausing, startPause] = usePause();

  const reporting = rows.filter(({ report }) => report !== undefined);
  if (reporting.length === 0) return null;
  const isUnavailable = allowed === null || allowed === false || state.running || pausing;
  const waiting = request === undefined ? 0 : Math.max(0, waitingFor(request, rows) - state.failed);
  const press = () => {
    if (isUnavailable) return;
    const asked = reporting.slice(0, mostAsked);
    setRequest({ before: new Map(asked.map(({ name, report }) => [name, report?.observedAt])) });
    startPause();
    ask(asked.map(({ name }) => name));
  };
  const needsRight = t('Permission to patch NodeReports is required to ask for a new check.');
  return (
    <div>
      <ReasonTooltip reason={allowed === false ? needsRight : undefined}>
        <Button variant="secondary" isLoading={state.running} isAriaDisabled={isUnavailable} onClick={press}>
          {t('Check again')}
        </Button>
      </ReasonTooltip>
      <span role="status" className="calico-readiness__quiet">
        {' '}
        {request !== undefined &&
          (waiting > 0
            ? t('Waiting for {{number}} reports', { count: waiting, number: number(waiting) })
            : state.running
              ? ''
              : state.failed === 0
                ? t('Checked again')
                : '')}
        {state.failed > 0 && (
          <>
            {t('{{number}} nodes could not be asked:', { count: state.failed, number: number(state.failed) })}{' '}
            <HostText>{state.message}</HostText>
          </>
        )}
        {request !== undefined &&
          reporting.length > mostAsked &&
          ` ${t('Only the first {{number}} nodes were asked.', { number: number(mostAsked) })}`}
      </span>
    </div>
  );
};

/** Whether a pause is on, and what starts one. */
function usePause(): readonly [boolean, () => void] {
  const [pausing, setPausing] = useState(false);
  useEffect(() => {
    if (!pausing) return undefined;
    const timer = setTimeout(() => {
      setPausing(false);
    }, pauseMilliseconds);
    return () => {
      clearTimeout(timer);
    };
  }, [pausing]);
  const start = useCallback(() => {
    setPausing(true);
  }, []);
  return [pausing, start];
}
