import type { FC } from 'react';
import { Page, SkipToContent } from '@patternfly/react-core';
import { Provider } from 'react-redux';
import type { Store } from '@profile/redux';
import { Router } from '@profile/router';
import { Overlays } from '@profile/overlays';
import type { Extension } from '../plugins/extension';
import { ExtensionsContext } from '../plugins/extensions-context';
import { ConsoleMasthead } from './console-masthead';
import { ConsoleNavigation } from './console-navigation';
import { ConsoleRoutes } from './console-routes';

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
            masthead={<ConsoleMasthead />}
            sidebar={<ConsoleNavigation />}
            isManagedSidebar
            isContentFilled
            mainContainerId="content"
            skipToContent={<SkipToContent href="#content">Skip to content</SkipToContent>}
          >
            <div id="content-scrollable">
              <ConsoleRoutes />
            </div>
          </Page>
        </Overlays>
      </Router>
    </ExtensionsContext.Provider>
  </Provider>
);
