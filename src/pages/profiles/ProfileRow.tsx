import { Label } from '@patternfly/react-core';
import { Td, Th, Tr } from '@patternfly/react-table';
import { matrixAddress, overviewPath, withWhatIf } from '../../components/addresses';
import { VerdictIcon } from '../../components/verdicts/VerdictIcon';
import { verdictWord } from '../../components/verdicts/verdict-words';
import { Link } from '../../console/router';
import type { ProfileCandidate } from '../../fleet/profiles/profile-candidates';
import type { ProfileFit } from '../../fleet/profiles/profile-fit';
import type { ShownVerdict } from './shown-verdicts';
import { writeWhatIf } from '../../fleet/what-if/what-if-address';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { BlockingCauses } from './BlockingCauses';

interface ProfileRowProps {
  readonly candidate: ProfileCandidate;
  readonly fit: ProfileFit;
  /** The columns. */
  readonly verdicts: readonly ShownVerdict[];
  /** The size of the Node list. */
  readonly nodes: number;
}

/** One profile: how many nodes are ready for it, what keeps the others from it, and the way into its what-if. */
export const ProfileRow = ({
  candidate: { profile, calicoVersion, values },
  fit,
  nodes,
  verdicts,
}: ProfileRowProps) => {
  const { t, message, number } = useReadinessTranslation();
  const text = writeWhatIf(values);
  // A profile that differs in nothing is the current state.
  const whatIf = text === '' ? null : text;
  const title = message(profile.title);
  const named = { profile: title, version: calicoVersion };
  return (
    <Tr>
      <Th scope="row">
        {title}{' '}
        {whatIf === null && (
          <Label isCompact variant="outline">
            {t('Current profile')}
          </Label>
        )}
        <div className="calico-readiness__quiet">{message(profile.summary)}</div>
      </Th>
      {verdicts.map((verdict) => (
        <Td key={verdict} dataLabel={verdictWord(t, verdict)} modifier="nowrap" className="calico-readiness__numeric">
          <VerdictIcon of={verdict} />{' '}
          <Link
            to={withWhatIf(matrixAddress({ verdict }), whatIf)}
            aria-label={t('{{number}} {{verdict}} for {{profile}} in Calico {{version}}: show the nodes', {
              ...named,
              number: number(fit.verdicts[verdict]),
              verdict: verdictWord(t, verdict),
            })}
          >
            {number(fit.verdicts[verdict])}
          </Link>
        </Td>
      ))}
      <Td dataLabel={t('What keeps nodes from being ready')}>
        <BlockingCauses fit={fit} nodes={nodes} whatIf={whatIf} />
      </Td>
      <Td dataLabel={t('What-if')} modifier="nowrap">
        <Link
          to={withWhatIf(overviewPath, whatIf)}
          aria-label={
            whatIf === null
              ? t('Current state: {{profile}} in Calico {{version}}', named)
              : t('What-if: {{profile}} in Calico {{version}}', named)
          }
        >
          {whatIf === null ? t('Current state') : t('What-if')}
        </Link>
      </Td>
    </Tr>
  );
};
