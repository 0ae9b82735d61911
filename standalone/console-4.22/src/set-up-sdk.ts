import storeHandler from '@openshift-console/dynamic-plugin-sdk/lib/app/storeHandler';
import type { Store } from './redux';

/** Gives the SDK the store that its access reviews read. */
export const setUpSdk = (store: Store): void => storeHandler.setStore(store);
