import { useState } from 'react';
import { Button, List, ListItem } from '@patternfly/react-core';
import type { CalicoPorts } from '@calico-readiness/requirements';
import { GuideButton } from '../GuideButton';
import { usePrinting } from '../print/printing-context';
import { VerdictIcon } from '../verdicts/VerdictIcon';
import { verdictWord } from '../verdicts/verdict-words';
import { useKeepFocus } from '../../hooks/useKeepFocus';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import type { ReadFlowCause } from '../../k8s/read-flow-cause';
import { flowCauseText } from './flow-texts';
import './flows.css';

interface FlowCausesProps {
  readonly causes: readonly ReadFlowCause[];
  readonly ports: CalicoPorts;
  readonly isStale: boolean;
  /** Whether each leads to the guide; not on the guide's own page. */
  readonly hasGuide?: boolean;
}

const shownAtFirst = 5;

/** Why flows fail, that with most pairs first, each in one sentence. */
export const FlowCauses = ({ causes, ports, isStale, hasGuide = true }: FlowCausesProps) => {
  const translation = useReadinessTranslation();
  const { t, number } = translation;
  const [showsAll, setShowsAll] = useState(false);
  const { isPrinting } = usePrinting();
  useKeepFocus(String(showsAll), '.calico-readiness__flows h2');
  const shown = showsAll || isPrinting ? causes : causes.slice(0, shownAtFirst);
  const symbol = isStale ? 'Stale' : 'Fail';
  return (
    <>
      <List isPlain aria-label={t('Causes')}>
        {shown.map((cause) => {
          const text = flowCauseText(translation, cause, ports);
          return (
            <ListItem key={text}>
              <span className="calico-readiness__flow-cause">
                <span>
                  <VerdictIcon of={symbol} /> <span className="pf-v6-screen-reader">{verdictWord(t, symbol)}: </span>
                  {'message' in cause ? <bdi>{text}</bdi> : text}
                </span>
                {hasGuide && <GuideButton guide="ports" />}
              </span>
            </ListItem>
          );
        })}
      </List>
      {shown.length < causes.length && (
        <Button
          variant="link"
          onClick={() => {
            setShowsAll(true);
          }}
        >
          {t('Show all {{number}} causes', { count: causes.length, number: number(causes.length) })}
        </Button>
      )}
    </>
  );
};
