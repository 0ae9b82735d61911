import type { FailingFlowPeer } from '@calico-readiness/requirements';
import { Timestamp } from '../../console/page-elements';
import { Link } from '../../console/router';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { nodeTabAddress } from '../addresses';
import { HostText } from '../HostText';
import { printable } from '../printable';
import { sentenceWith } from '../sentence-with';
import { isoOf, isTime } from './flow-time';
import { outcomeText } from './flow-test-texts';

/** One peer: who, what was seen, since when, and whether it is sure that the peer was there. */
export const FailingPeer = ({ peer: { peer, outcome, said, firstAt, proven } }: { readonly peer: FailingFlowPeer }) => {
  const translation = useReadinessTranslation();
  const { t } = translation;
  return (
    <>
      <Link to={nodeTabAddress(peer)}>{printable(peer, 253)}</Link> {outcomeText(translation, outcome)}{' '}
      {said !== undefined && <HostText>{said}</HostText>}{' '}
      <span className="calico-readiness__quiet calico-readiness__flow-peer-line">
        {isTime(firstAt) &&
          sentenceWith({ time: <Timestamp simple timestamp={isoOf(firstAt)} /> }, (places) =>
            t('since {{time}}', places),
          )}
      </span>{' '}
      <span className="calico-readiness__quiet calico-readiness__flow-peer-line">
        {proven ? t('proven: its agent ran all the while') : t('not proven: its agent may have been away')}
      </span>
    </>
  );
};
