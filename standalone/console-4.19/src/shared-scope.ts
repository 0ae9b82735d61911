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

const share = (version: string, module: unknown): Record<string, SharedModule> => ({
  [version]: { get: () => Promise.resolve(() => module), loaded: 1, from: 'console' },
});

/** What this console shares with its plugins, under the versions that it is built with. */
export const sharedScope: Record<string, Record<string, SharedModule>> = {
  '@openshift-console/dynamic-plugin-sdk': share('4.19.1', sdk),
  react: share('17.0.2', React),
  'react-i18next': share('11.18.6', reactI18next),
  'react-redux': share('7.2.9', reactRedux),
  'react-router': share('5.3.4', reactRouter),
  'react-router-dom': share('5.3.4', reactRouterDom),
  'react-router-dom-v5-compat': share('6.30.1', reactRouterDomV5Compat),
  redux: share('4.0.5', redux),
  'redux-thunk': share('2.4.0', reduxThunk),
};
