import type { FC } from 'react';
import { Page, PageSection, SkipToContent } from '@patternfly/react-core';
import { Provider } from 'react-redux';
import type { Store } from '@profile/redux';
import { Router } from '@profile/router';
import { Overlays } from '@profile/overlays';
import type { Extension } from '../plugins/extension';
import { ExtensionsContext } from '../plugins/extensions-context';
import { ConsoleMasthead } from './console-masthead';
import { ConsoleNavigation } from './console-navigation';
import { ConsoleRoutes } from './console-routes';
import { SignedOutNotice } from './signed-out-notice';

interface ConsoleAppProps {
  readonly store: Store;
  readonly extensions: readonly Extension[];
}

/** A console around the plugin's pages. */
export const ConsoleApp: FC<ConsoleAppProps> = ({ store, extensions }) => (
  <Provider store={store}>
    <ExtensionsContext.Provider value={extensions}>
      <Router>
        <Overlays>
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
            </PageSection>
            <PageSection
              id="content-scrollable"
              isFilled
              hasBodyWrapper={false}
              padding={{ default: 'noPadding' }}
              className="pf-v6-c-page__main-section--no-gap pf-v6-u-flex-shrink-1"
            >
              <ConsoleRoutes />
            </PageSection>
          </Page>
        </Overlays>
      </Router>
    </ExtensionsContext.Provider>
  </Provider>
);
