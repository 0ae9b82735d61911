import { setUtilsConfig } from '@openshift-console/dynamic-plugin-sdk/lib/app/configSetup';
import storeHandler from '@openshift-console/dynamic-plugin-sdk/lib/app/storeHandler';
import { coFetch } from '../../shell/sdk/console-fetch';
import type { Store } from './redux';

/** Gives the SDK the store that its access reviews read, and the fetch that all its requests go through. */
export const setUpSdk = (store: Store): void => {
  storeHandler.setStore(store);
  // The SDK limits the time itself.
  setUtilsConfig({ appFetch: (url, options) => coFetch(url, options, null) });
};
