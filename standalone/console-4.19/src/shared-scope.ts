import * as sdk from '@openshift-console/dynamic-plugin-sdk';
import * as React from 'react';
import * as reactI18next from 'react-i18next';
import * as reactRedux from 'react-redux';
import * as reactRouter from 'react-router';
import * as reactRouterDom from 'react-router-dom';
import * as reactRouterDomV5Compat from 'react-router-dom-v5-compat';
import * as redux from 'redux';
import * as reduxThunk from 'redux-thunk';

/** One version of one module in webpack's share scope. */
interface SharedModule {
  readonly get: () => Promise<() => unknown>;
  readonly loaded: 1;
  readonly from: string;
}

/** This console shares every module under a version that satisfies all ranges. */
const share = (module: unknown): Record<string, SharedModule> => ({
  '*': { get: () => Promise.resolve(() => module), loaded: 1, from: 'console' },
});

/** What this console shares with its plugins. */
export const sharedScope: Record<string, Record<string, SharedModule>> = {
  '@openshift-console/dynamic-plugin-sdk': share(sdk),
  react: share(React),
  'react-i18next': share(reactI18next),
  'react-redux': share(reactRedux),
  'react-router': share(reactRouter),
  'react-router-dom': share(reactRouterDom),
  'react-router-dom-v5-compat': share(reactRouterDomV5Compat),
  redux: share(redux),
  'redux-thunk': share(reduxThunk),
};
