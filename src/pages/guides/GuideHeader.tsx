import type { ReactNode } from 'react';
import { Breadcrumb, BreadcrumbItem, PageBreadcrumb, PageSection, Title } from '@patternfly/react-core';
import { DocumentTitle } from '../../console/page-elements';
import { Link } from '../../console/router';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';

interface GuideHeaderProps {
  readonly shortTitle: string;
  readonly title: string;
  /** What stands below the title. */
  readonly children?: ReactNode;
}

/** Where the page is, and what it is about. */
export const GuideHeader = ({ shortTitle, title, children }: GuideHeaderProps) => {
  const { t } = useReadinessTranslation();
  return (
    <>
      <DocumentTitle>{title}</DocumentTitle>
      <PageBreadcrumb hasBodyWrapper={false}>
        <Breadcrumb ouiaId="GuideBreadcrumb" aria-label={t('Breadcrumb')}>
          <BreadcrumbItem
            render={({ className }) => (
              <Link className={className} to="/calico-readiness">
                {t('Calico readiness')}
              </Link>
            )}
          />
          <BreadcrumbItem
            render={({ className }) => (
              <Link className={className} to="/calico-readiness/guides">
                {t('Guides')}
              </Link>
            )}
          />
          <BreadcrumbItem isActive>{shortTitle}</BreadcrumbItem>
        </Breadcrumb>
      </PageBreadcrumb>
      <PageSection hasBodyWrapper={false}>
        <Title headingLevel="h1">{title}</Title>
        <div className="calico-readiness__affected">{children}</div>
      </PageSection>
    </>
  );
};
