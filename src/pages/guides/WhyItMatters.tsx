import { List, ListItem, Title } from '@patternfly/react-core';
import type { Guide } from '@calico-readiness/requirements';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import type { GuideNodes } from './affected-nodes';
import { InterferenceTable } from './InterferenceTable';

/** What goes wrong without the guide, and what the requirements document says about it. */
export const WhyItMatters = ({ guide, nodes }: { guide: Guide; nodes: GuideNodes }) => {
  const { t, message } = useReadinessTranslation();
  return (
    <>
      <Title headingLevel="h2">{t('Impact')}</Title>
      <List>
        {guide.harm.map((sentence) => (
          <ListItem key={sentence.text}>{message(sentence)}</ListItem>
        ))}
      </List>
      {guide.interference !== undefined && <InterferenceTable rows={guide.interference} affected={nodes.affected} />}
      {guide.advice.length > 0 && (
        <>
          <Title headingLevel="h2">{t('What the requirements document says')}</Title>
          {/* The document is English; its words are quoted, not translated. */}
          <blockquote lang="en" className="calico-readiness__guide-quote">
            {guide.advice.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </blockquote>
        </>
      )}
    </>
  );
};
