import type { ReactNode } from 'react';
import { Breadcrumb, BreadcrumbItem, PageBreadcrumb, PageSection } from '@patternfly/react-core';
import { DocumentTitle, ListPageHeader } from '../../console/page-elements';
import { Link } from '../../console/router';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';

interface GuideHeaderProps {
  readonly shortTitle: string;
  readonly title: string;
  /** One sentence below the title. */
  readonly summary?: string;
  /** What stands below that. */
  readonly children?: ReactNode;
}

/** Where the page is, and what it is about. */
export const GuideHeader = ({ shortTitle, title, summary, children }: GuideHeaderProps) => {
  const { t } = useReadinessTranslation();
  return (
    <>
      <DocumentTitle>{t('{{page}} · Calico readiness', { page: `${title} · ${t('Guides')}` })}</DocumentTitle>
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
          <BreadcrumbItem
            isActive
            render={({ className, ariaCurrent }) => (
              <span className={className} aria-current={ariaCurrent}>
                {shortTitle}
              </span>
            )}
          />
        </Breadcrumb>
      </PageBreadcrumb>
      {/* Nobody keeps a page that is not there. */}
      <ListPageHeader title={title} helpText={summary} hideFavoriteButton={summary === undefined} />
      {children !== undefined && (
        <PageSection hasBodyWrapper={false} className="calico-readiness__affected-section">
          <div className="calico-readiness__affected">{children}</div>
        </PageSection>
      )}
    </>
  );
};
