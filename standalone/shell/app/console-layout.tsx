import type { FC, ReactNode } from 'react';
import {
  Drawer,
  DrawerContent,
  DrawerContentBody,
  Flex,
  Page,
  PageSection,
  SkipToContent,
} from '@patternfly/react-core';
import { ConsoleMasthead } from './console-masthead';
import { ConsoleNavigation } from './console-navigation';
import { HostNotice } from './host-notice';
import { SignedOutNotice } from './signed-out-notice';

/**
 * The elements between the body and a page, from the drawer of the quick starts inwards, as both consoles nest them
 * (components/app and app-contents of 4.19 and 4.22). Nothing more: what a page may rely on is what stands here.
 */
export const ConsoleLayout: FC<{ readonly children: ReactNode }> = ({ children }) => (
  <Drawer isInline className="co-quick-start-drawer">
    <DrawerContent panelContent={null}>
      <DrawerContentBody>
        <Flex id="app-content" direction={{ default: 'column' }} style={{ flex: '1 0 auto', height: '100%' }}>
          <Page
            id="content"
            masthead={<ConsoleMasthead />}
            sidebar={<ConsoleNavigation />}
            isManagedSidebar
            isContentFilled
            // As in the console: without it the focus ring of the whole content appears when the keyboard scrolls.
            mainTabIndex={null}
            skipToContent={<SkipToContent href="#content-scrollable">Skip to content</SkipToContent>}
            style={{ flex: '1', height: '0' }}
          >
            <PageSection
              hasBodyWrapper={false}
              padding={{ default: 'noPadding' }}
              className="pf-v6-c-page__main-section--no-gap"
            >
              <SignedOutNotice />
              <HostNotice />
            </PageSection>
            <PageSection
              id="content-scrollable"
              isFilled
              hasBodyWrapper={false}
              padding={{ default: 'noPadding' }}
              className="pf-v6-c-page__main-section--no-gap pf-v6-u-flex-shrink-1"
            >
              {children}
            </PageSection>
          </Page>
        </Flex>
      </DrawerContentBody>
    </DrawerContent>
  </Drawer>
);
