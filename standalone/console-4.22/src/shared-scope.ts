import * as sdk from '@openshift-console/dynamic-plugin-sdk';
import * as React from 'react';
import * as reactI18next from 'react-i18next';
import * as reactRedux from 'react-redux';
import * as reactRouter from 'react-router';
import * as redux from 'redux';
import * as reduxThunk from 'redux-thunk';

/** One version of one module in webpack's share scope. */
interface SharedModule {
  readonly get: () => Promise<() => unknown>;
  readonly loaded: 1;
  readonly from: string;
}

type SharedScope = Record<string, Record<string, SharedModule>>;

const share = (version: string, module: unknown): Record<string, SharedModule> => ({
  [version]: { get: () => Promise.resolve(() => module), loaded: 1, from: 'console' },
});

const router = (): Record<string, SharedModule> => share('7.13.1', reactRouter);

/** What this console shares with its plugins, under the real versions; both older router packages are aliases of the new one. */
export const sharedScope: SharedScope = {
  '@openshift-console/dynamic-plugin-sdk': share('4.22.0', sdk),
  react: share('18.3.1', React),
  'react-i18next': share('16.5.8', reactI18next),
  'react-redux': share('9.2.0', reactRedux),
  'react-router': router(),
  'react-router-dom': router(),
  'react-router-dom-v5-compat': router(),
  redux: share('5.0.1', redux),
  'redux-thunk': share('3.1.0', reduxThunk),
};
