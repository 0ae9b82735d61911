import type { FC } from 'react';
import { Provider } from 'react-redux';
import type { Store } from '@profile/redux';
import { Router } from '@profile/router';
import { Overlays } from '@profile/overlays';
import type { Extension } from '../plugins/extension';
import { ExtensionsContext } from '../plugins/extensions-context';
import { ConsoleLayout } from './console-layout';
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
          <ConsoleLayout>
            <ConsoleRoutes />
          </ConsoleLayout>
        </Overlays>
      </Router>
    </ExtensionsContext.Provider>
  </Provider>
);
