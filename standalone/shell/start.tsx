import '@patternfly/patternfly/patternfly.css';
import '@patternfly/patternfly/patternfly-addons.css';
import './shell.css';
import { createPluginHost } from '@profile/plugin-host';
import { render } from '@profile/render';
import { setUpSdk } from '@profile/set-up-sdk';
import { ConsoleApp } from './app/console-app';
import { StartFailure } from './app/start-failure';
import { applyPreferredTheme } from './app/theme';
import { discoverModels } from './k8s/discover-models';
import { createShellStore, setFlag } from './k8s/store';
import type { K8sModel } from './k8s/k8s-reducer';
import { extensionsOf, type ExtensionModel } from './plugins/extension';
import { startTranslation } from './translation/start-translation';

const manifestUrl = '/api/plugins/calico-readiness/plugin-manifest.json';

const serves = (models: readonly K8sModel[], { group = '', version, kind }: ExtensionModel): boolean =>
  models.some(
    (model) =>
      (model.apiGroup ?? '') === group &&
      model.kind === kind &&
      (version === undefined || model.apiVersion === version),
  );

const start = async (): Promise<void> => {
  applyPreferredTheme();
  const container = document.getElementById('app');
  if (container === null) throw new Error('the page has no element #app');
  try {
    const store = createShellStore();
    setUpSdk(store);
    const [extensions, models] = await Promise.all([
      createPluginHost().load(manifestUrl),
      discoverModels(),
      startTranslation(),
    ]);
    store.dispatch({ type: 'resources', payload: { resources: { models } } });
    for (const { properties } of extensionsOf(extensions, 'console.flag/model')) {
      store.dispatch(setFlag(properties.flag, serves(models, properties.model)));
    }
    render(<ConsoleApp store={store} extensions={extensions} />, container);
  } catch (error) {
    render(<StartFailure error={error} />, container);
  }
};

void start();
