import { Td, Tr } from '@patternfly/react-table';
import { requirementById, selectorText } from '@calico-readiness/requirements';
import type { ReadWaiver, WaiverUse } from '@calico-readiness/requirements';
import { matrixAddress } from '../../components/addresses';
import { FleetLink } from '../../components/FleetLink';
import { HostText } from '../../components/HostText';
import { VerdictIcon } from '../../components/verdicts/VerdictIcon';
import { dayText, waivedUntil } from '../../components/waived-until';
import { EndWaiver } from '../../components/waivers/EndWaiver';
import type { FleetWaivers } from '../../fleet/waivers/fleet-waivers';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import type { ReadinessTranslation } from '../../hooks/useReadinessTranslation';

interface WaiverRowProps {
  readonly use: WaiverUse;
  readonly waivers: FleetWaivers;
  readonly mayEnd: boolean | undefined | null;
}

/** One waiver, what it comes to, and how to end it. */
export const WaiverRow = ({ use, waivers, mayEnd }: WaiverRowProps) => {
  const translation = useReadinessTranslation();
  const { t, message } = translation;
  const waiver = waivers.read.usable.find(({ index }) => index === use.index);
  const requirement = requirementById(use.requirement);
  const selector = waiver && selectorText(waiver.selector);
  return (
    <Tr>
      <Td dataLabel={t('Requirement')}>
        {requirement === undefined ? (
          <HostText>{use.requirement === '' ? '–' : use.requirement}</HostText>
        ) : (
          <FleetLink to={matrixAddress({ requirement: use.requirement })}>{message(requirement.shortTitle)}</FleetLink>
        )}
      </Td>
      <Td dataLabel={t('Nodes')}>
        {selector === undefined ? '–' : selector === '' ? t('All nodes') : <HostText>{selector}</HostText>}
      </Td>
      <Td dataLabel={t('Reason')}>{waiver === undefined ? '–' : <HostText>{waiver.reason}</HostText>}</Td>
      <Td dataLabel={t('Owner')}>{waiver === undefined ? '–' : <HostText>{waiver.owner}</HostText>}</Td>
      <Td dataLabel={t('State')}>
        <VerdictIcon of={use.state === 'Active' ? 'Waived' : use.state === 'Expired' ? 'Stale' : 'Unknown'} />{' '}
        {stateText(translation, use, waiver)}
      </Td>
      <Td dataLabel={t('Action')} isActionCell>
        <EndWaiver waivers={waivers} index={use.index} nodes={use.nodes} mayEnd={mayEnd} />
      </Td>
    </Tr>
  );
};

/** What the waiver comes to, and what is odd about it. */
function stateText(translation: ReadinessTranslation, use: WaiverUse, waiver: ReadWaiver | undefined): string {
  const { t, number, message, language } = translation;
  if (waiver === undefined)
    return t('Invalid, covers nothing: {{problem}}', {
      problem: use.problem === undefined ? '' : message(use.problem),
    });
  const repeated =
    use.duplicateOf === undefined ? '' : ` ${t('Another waiver is for the same requirement and the same nodes.')}`;
  switch (use.state) {
    case 'Active':
      return `${t('Covers {{number}} nodes', { count: use.nodes, number: number(use.nodes) })}, ${waivedUntil(translation, waiver)}.${repeated}`;
    case 'MatchesNothing':
      return `${t('Covers no node.')}${repeated}`;
    case 'Expired':
      return t('Ended on {{date}}', { date: dayText(language, waiver.expiresAt) });
    case 'Invalid':
      return '';
    default:
      return use.state satisfies never;
  }
}
