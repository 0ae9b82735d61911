import type { ReactNode } from 'react';
import { PageSection } from '@patternfly/react-core';
import { DocumentTitle, ListPageHeader } from '../console/page-elements';
import { useReadinessTranslation } from '../hooks/useReadinessTranslation';
import { PageTabs } from './PageTabs';
import type { PageTab } from './PageTabs';

interface PageFrameProps {
  readonly tab: PageTab;
  /** The title of the browser's window, when it says more than the page's own. */
  readonly documentTitle?: string;
  /** At most one button or menu, beside the title. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** What all our pages share: title, tabs and the section that holds the content. */
export const PageFrame = ({ tab, documentTitle, actions, children }: PageFrameProps) => {
  const { t } = useReadinessTranslation();
  return (
    <>
      <DocumentTitle>{documentTitle ?? t('Calico readiness')}</DocumentTitle>
      <ListPageHeader title={t('Calico readiness')}>{actions}</ListPageHeader>
      <PageTabs current={tab} />
      <PageSection hasBodyWrapper={false} isFilled className="calico-readiness__page">
        {children}
      </PageSection>
    </>
  );
};
