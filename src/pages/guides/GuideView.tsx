import { useMemo } from 'react';
import {
  Card,
  CardBody,
  CardTitle,
  List,
  ListItem,
  PageSection,
  Tab,
  Tabs,
  TabTitleText,
  Title,
} from '@patternfly/react-core';
import { guidePlatforms } from '@calico-readiness/requirements';
import type { Guide, GuidePlatform } from '@calico-readiness/requirements';
import { useSearchParams } from '../../console/router';
import { isCurrent } from '../../fleet/node-row';
import { useFleet } from '../../hooks/useFleet';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { nodesOfGuide } from './affected-nodes';
import type { GuideNodes } from './affected-nodes';
import { AffectedSummary } from './AffectedSummary';
import { GuideHeader } from './GuideHeader';
import { InterferenceTable } from './InterferenceTable';
import { OfficialLinks } from './OfficialLinks';
import { PlatformPanel } from './PlatformPanel';
import './guides.css';

const nobody: GuideNodes = { affected: [], undecided: [] };

/** One guide, tailored to the affected nodes as soon as they are known: what to do first, then why. Its text is there in every state. */
export const GuideView = ({ guide }: { guide: Guide }) => {
  const { t, message, number } = useReadinessTranslation();
  const state = useFleet();
  const fleet = state.status === 'ready' ? state.fleet : undefined;
  const nodes = useMemo(() => (fleet === undefined ? nobody : nodesOfGuide(fleet.rows, guide.id)), [fleet, guide.id]);
  // A fleet in which nobody reports says as little about the affected nodes as one that is not known.
  const isTailored = fleet?.rows.some(isCurrent) === true;
  const [parameters, setParameters] = useSearchParams();
  const platform = guidePlatforms.find((name) => name === parameters.get('platform')) ?? mostAffected(nodes);

  const titles: Record<GuidePlatform, string> = {
    rhcos: t('RHCOS (MachineConfig)'),
    rhel: t('RHEL'),
    other: t('Other Linux'),
  };
  const titleOf = (name: GuidePlatform): string =>
    isTailored
      ? t('{{platform}}: {{number}} affected', {
          platform: titles[name],
          number: number(onPlatform(nodes, name).length),
        })
      : titles[name];

  return (
    <>
      <GuideHeader shortTitle={message(guide.shortTitle)} title={message(guide.title)}>
        <p>{message(guide.summary)}</p>
        <AffectedSummary state={state} nodes={nodes} />
      </GuideHeader>
      <PageSection hasBodyWrapper={false} isFilled>
        <Tabs
          aria-label={t('Platforms')}
          activeKey={platform}
          mountOnEnter
          unmountOnExit
          onSelect={(_event, key) => {
            const next = new URLSearchParams(parameters);
            next.set('platform', String(key));
            setParameters(next, { replace: true });
          }}
        >
          {guidePlatforms.map((name) => (
            <Tab key={name} eventKey={name} title={<TabTitleText>{titleOf(name)}</TabTitleText>}>
              <PlatformPanel
                guide={guide}
                platform={name}
                fleet={fleet}
                affected={onPlatform(nodes, name)}
                isTailored={isTailored}
              />
            </Tab>
          ))}
        </Tabs>
        <div className="calico-readiness__guide-section">
          <WhyItMatters guide={guide} nodes={nodes} />
        </div>
        <Card className="calico-readiness__guide-links">
          <CardTitle component="h2">{t('Official documentation')}</CardTitle>
          <CardBody>
            <OfficialLinks links={guide.links} />
          </CardBody>
        </Card>
      </PageSection>
    </>
  );
};

const WhyItMatters = ({ guide, nodes }: { guide: Guide; nodes: GuideNodes }) => {
  const { t, message } = useReadinessTranslation();
  return (
    <>
      <Title headingLevel="h2">{t('What goes wrong otherwise')}</Title>
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

const onPlatform = ({ affected }: GuideNodes, platform: GuidePlatform) =>
  affected.filter(({ row }) => row.system.family === platform);

const mostAffected = (nodes: GuideNodes): GuidePlatform =>
  guidePlatforms.reduce((most, next) =>
    onPlatform(nodes, next).length > onPlatform(nodes, most).length ? next : most,
  );
