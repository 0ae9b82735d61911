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
          <BreadcrumbItem>
            <Link to={parent.path}>{parent.name}</Link>
          </BreadcrumbItem>
          <BreadcrumbItem isActive>{`${kind} details`}</BreadcrumbItem>
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
