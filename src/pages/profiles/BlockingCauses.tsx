import { List, ListItem } from '@patternfly/react-core';
import { causeKey } from '@calico-readiness/requirements';
import { matrixOfRequirements, overviewPath, withWhatIf } from '../../components/addresses';
import { causeSentence } from '../../components/cause-sentence';
import { VerdictIcon } from '../../components/verdicts/VerdictIcon';
import { verdictWord } from '../../components/verdicts/verdict-words';
import { Link } from '../../console/router';
import type { ProfileFit } from '../../fleet/profiles/profile-fit';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';

interface BlockingCausesProps {
  readonly fit: ProfileFit;
  /** The size of the Node list. */
  readonly nodes: number;
  /** The what-if of the profile; null for the current state. */
  readonly whatIf: string | null;
}

const mostShown = 2;

/** The causes that most nodes have, each leading to these nodes, and how many more there are. */
export const BlockingCauses = ({ fit: { causes, verdicts }, nodes, whatIf }: BlockingCausesProps) => {
  const translation = useReadinessTranslation();
  const { t, number } = translation;
  const more = causes.length - mostShown;
  if (causes.length === 0)
    return <>{verdicts.Ready === nodes ? t('Nothing: all nodes are ready') : t('Nothing on the evaluated nodes')}</>;
  return (
    <List isPlain>
      {causes.slice(0, mostShown).map((cause) => (
        <ListItem key={causeKey(cause)}>
          <VerdictIcon of={cause.verdict} />{' '}
          <span className="pf-v6-screen-reader">{verdictWord(t, cause.verdict)}: </span>
          <Link to={withWhatIf(matrixOfRequirements(cause.requirements, cause.reasons), whatIf)}>
            {causeSentence(translation, cause)}
          </Link>{' '}
          <span className="calico-readiness__quiet calico-readiness__cause-nodes">
            {t('{{number}} nodes', { count: cause.nodes, number: number(cause.nodes) })}
          </span>
        </ListItem>
      ))}
      {more > 0 && (
        <ListItem>
          <Link to={withWhatIf(overviewPath, whatIf)}>
            {t('and {{number}} more causes', { count: more, number: number(more) })}
          </Link>
        </ListItem>
      )}
    </List>
  );
};
