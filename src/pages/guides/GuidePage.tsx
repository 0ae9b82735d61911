import { Button, EmptyState, EmptyStateBody, EmptyStateFooter, PageSection } from '@patternfly/react-core';
import { SearchIcon } from '@patternfly/react-icons';
import { guideById } from '@calico-readiness/requirements';
import { HostText } from '../../components/HostText';
import { withPageTexts } from '../../components/withPageTexts';
import { useHref, useParams } from '../../console/router';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { GuideHeader } from './GuideHeader';
import { GuideView } from './GuideView';

/** `/calico-readiness/guides/:guide` */
export const GuidePage = withPageTexts(function GuidePage() {
  const { guide: id = '' } = useParams();
  const guide = guideById(id);
  return guide === undefined ? <NoSuchGuide id={id} /> : <GuideView key={guide.id} guide={guide} />;
});

const NoSuchGuide = ({ id }: { id: string }) => {
  const { t } = useReadinessTranslation();
  const guides = useHref('/calico-readiness/guides');
  const title = t('There is no such guide');
  return (
    <>
      <GuideHeader shortTitle={title} title={title} />
      <PageSection hasBodyWrapper={false} isFilled>
        <EmptyState icon={SearchIcon} headingLevel="h2" titleText={t('No guide has this name')}>
          <EmptyStateBody>
            <HostText>{id}</HostText>
          </EmptyStateBody>
          <EmptyStateFooter>
            <Button component="a" variant="primary" href={guides}>
              {t('Show all guides')}
            </Button>
          </EmptyStateFooter>
        </EmptyState>
      </PageSection>
    </>
  );
};
