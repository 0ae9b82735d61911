import { List, ListItem } from '@patternfly/react-core';
import { VerdictIcon } from '../../components/verdicts/VerdictIcon';
import { verdictWord } from '../../components/verdicts/verdict-words';
import { DeltaLabel } from '../../components/what-if/DeltaLabel';
import { causeKey } from '../../fleet/node-causes';
import type { CountedCause } from '../../fleet/causes';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { CausedRequirements } from './CausedRequirements';
import { causeSentence } from '../../components/cause-sentence';

/** What keeps nodes from being ready currently, and would not under the what-if. */
export const GoneCauses = ({ causes }: { causes: readonly CountedCause[] }) => {
  const translation = useReadinessTranslation();
  const { t } = translation;
  return (
    <>
      <h3 className="calico-readiness__gone-causes">{t('Current causes that would disappear')}</h3>
      <List isPlain aria-label={t('Current causes that would disappear')}>
        {causes.map((cause) => (
          <ListItem key={causeKey(cause)}>
            <VerdictIcon of={cause.verdict} />{' '}
            <span className="pf-v6-screen-reader">{verdictWord(t, cause.verdict)}: </span>
            {causeSentence(translation, cause)} <CausedRequirements cause={cause} /> <DeltaLabel more={-cause.nodes} />
          </ListItem>
        ))}
      </List>
    </>
  );
};
