import { Map as ImmutableMap } from 'immutable';
import { applyMiddleware, combineReducers, legacy_createStore as createStore, thunk, type Store } from '@profile/redux';
import { k8sReducer, type K8sState } from './k8s-reducer';

export type FlagsState = ImmutableMap<string, boolean>;

interface Action {
  readonly type: string;
  readonly [property: string]: unknown;
}

interface SetFlagAction extends Action {
  readonly type: 'setFlag';
  readonly payload: { readonly flag: string; readonly value: boolean };
}

/** What the SDK's hooks select from. */
export interface ShellState {
  readonly k8s: K8sState;
  readonly sdkCore: Readonly<Record<string, never>>;
  readonly FLAGS: FlagsState;
}

export const setFlag = (flag: string, value: boolean): SetFlagAction => ({ type: 'setFlag', payload: { flag, value } });

const isSetFlag = (action: Action): action is SetFlagAction => action.type === 'setFlag';

const noFlags: FlagsState = ImmutableMap<string, boolean>();
const flagsReducer = (state: FlagsState = noFlags, action: Action): FlagsState =>
  isSetFlag(action) ? state.set(action.payload.flag, action.payload.value) : state;

const noUser: Readonly<Record<string, never>> = {};
const sdkCoreReducer = (state: Readonly<Record<string, never>> = noUser): Readonly<Record<string, never>> => state;

export const createShellStore = (): Store =>
  createStore(
    combineReducers({ k8s: k8sReducer, sdkCore: sdkCoreReducer, FLAGS: flagsReducer }),
    applyMiddleware(thunk),
  );
