import type { FC, ReactNode } from 'react';
import {
  ActionList,
  ActionListGroup,
  ActionListItem,
  Content,
  Flex,
  FlexItem,
  PageSection,
  Split,
  SplitItem,
} from '@patternfly/react-core';
import { titleClass } from '@profile/title-class';
import { FavoriteButton } from '../favorites/favorite-button';

interface ListPageHeaderProps {
  readonly title: string;
  readonly children?: ReactNode;
  readonly badge?: ReactNode;
  readonly helpText?: ReactNode;
  readonly helpAlert?: ReactNode;
  readonly hideFavoriteButton?: boolean;
}

/** Title of a page with its actions on the right, in the console's elements: the star makes the row as high as there. */
export const ListPageHeader: FC<ListPageHeaderProps> = (properties) => {
  const { title, children, badge, helpText, helpAlert, hideFavoriteButton = false } = properties;
  return (
    <div className="co-page-heading" data-test="page-heading">
      <PageSection hasBodyWrapper={false}>
        <Flex>
          <FlexItem flex={{ default: 'flex_1' }}>
            <Split hasGutter>
              <SplitItem>
                <Content component="h1" className={titleClass(helpText !== undefined)}>
                  {title}
                </Content>
              </SplitItem>
              {badge === undefined ? null : <SplitItem>{badge}</SplitItem>}
              <SplitItem isFilled />
              <SplitItem>
                <ActionList className="co-actions">
                  <ActionListGroup>
                    {hideFavoriteButton ? null : (
                      <ActionListItem>
                        <FavoriteButton title={title} />
                      </ActionListItem>
                    )}
                    {children}
                  </ActionListGroup>
                </ActionList>
              </SplitItem>
            </Split>
            {helpText === undefined ? null : <Content component="p">{helpText}</Content>}
          </FlexItem>
        </Flex>
        {helpAlert}
      </PageSection>
    </div>
  );
};
