import type { FC } from 'react';
import { Breadcrumb, BreadcrumbItem, PageBreadcrumb, PageSection, Title } from '@patternfly/react-core';
import { Link } from '@profile/router';
import { ResourceIcon } from '../sdk/resource-icon';

interface PageHeadingProps {
  readonly kind: string;
  readonly name: string;
  /** The page above this one. */
  readonly parent?: { readonly name: string; readonly path: string };
}

/** Breadcrumb and title of an object's page. */
export const PageHeading: FC<PageHeadingProps> = ({ kind, name, parent }) => (
  <>
    {parent === undefined ? null : (
      <PageBreadcrumb hasBodyWrapper={false}>
        <Breadcrumb>
          <BreadcrumbItem
            render={({ className }) => (
              <Link className={className} to={parent.path}>
                {parent.name}
              </Link>
            )}
          />
          {/* As in the console, the current page is a link too. */}
          <BreadcrumbItem
            isActive
            render={({ className, ariaCurrent }) => (
              <Link className={className} aria-current={ariaCurrent} to={`${parent.path}/${encodeURIComponent(name)}`}>
                {`${kind} details`}
              </Link>
            )}
          />
        </Breadcrumb>
      </PageBreadcrumb>
    )}
    <PageSection hasBodyWrapper={false}>
      <Title headingLevel="h1">
        <ResourceIcon kind={kind} /> {name}
      </Title>
    </PageSection>
  </>
);
