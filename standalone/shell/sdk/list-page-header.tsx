import type { FC, ReactNode } from 'react';
import { Flex, FlexItem, PageSection, Title } from '@patternfly/react-core';

interface ListPageHeaderProps {
  readonly title: string;
  readonly children?: ReactNode;
  readonly badge?: ReactNode;
  readonly helpText?: ReactNode;
}

/** Title of a page with its actions on the right. */
export const ListPageHeader: FC<ListPageHeaderProps> = ({ title, children, badge, helpText }) => (
  <PageSection hasBodyWrapper={false}>
    <Flex justifyContent={{ default: 'justifyContentSpaceBetween' }}>
      <FlexItem>
        <Title headingLevel="h1" data-test="page-heading">
          {title} {badge}
        </Title>
        {helpText}
      </FlexItem>
      {children === undefined ? null : <FlexItem>{children}</FlexItem>}
    </Flex>
  </PageSection>
);
