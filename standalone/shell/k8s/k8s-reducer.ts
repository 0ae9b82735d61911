import { fromJS, Map as ImmutableMap } from 'immutable';
import { addAll, applyEvents, replaceAll } from './watched-objects';
import type { Entry, WatchEvent } from './watched-objects';

export type K8sState = ImmutableMap<string, unknown>;

interface K8sAction {
  readonly type: string;
  readonly payload?: {
    readonly id?: string;
    readonly k8sObjects?: unknown;
    readonly resources?: { readonly models: readonly K8sModel[] };
  };
  readonly [property: string]: unknown;
}

/** A kind of object as the SDK knows it. */
export interface K8sModel {
  readonly apiGroup?: string;
  readonly apiVersion: string;
  readonly kind: string;
  readonly plural: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly abbr: string;
  readonly namespaced: boolean;
  readonly crd: boolean;
  readonly verbs: readonly string[];
}

const emptyList = (): Entry =>
  ImmutableMap<string, unknown>({ loaded: false, loadError: '', data: ImmutableMap(), filters: ImmutableMap() });
const emptyObject = (): Entry => ImmutableMap<string, unknown>({ loaded: false, loadError: '', data: ImmutableMap() });

const dataOf = (entry: Entry): ImmutableMap<string, Entry> => entry.get('data') as ImmutableMap<string, Entry>;

const change = (state: K8sState, id: string, update: (entry: Entry) => Entry): K8sState => {
  const entry = state.get(id) as Entry | undefined;
  return entry === undefined ? state : state.set(id, update(entry));
};

const referenceOf = ({ apiGroup, apiVersion, kind }: K8sModel): string => `${apiGroup ?? 'core'}~${apiVersion}~${kind}`;

/** What the SDK's watch hooks read, kept by the actions that the SDK dispatches; the console itself does not publish its reducer. */
export const k8sReducer = (state: K8sState = initialState, { type, payload = {} }: K8sAction): K8sState => {
  const { id = '', k8sObjects, resources } = payload;
  switch (type) {
    case 'resources':
      return state.mergeIn(['RESOURCES'], {
        models: ImmutableMap(
          (resources?.models ?? []).map((model) => [model.crd ? referenceOf(model) : model.kind, model]),
        ),
        loaded: true,
        inFlight: false,
      });
    case 'getResourcesInFlight':
      return state.setIn(['RESOURCES', 'inFlight'], true);
    case 'startWatchK8sList':
      return state.has(id) ? state : state.set(id, emptyList());
    case 'startWatchK8sObject':
      return state.has(id) ? state : state.set(id, emptyObject());
    case 'stopWatchK8s':
      return state.delete(id);
    case 'loaded':
      return change(state, id, (entry) =>
        entry
          .merge({ loaded: true, loadError: '' })
          .set('data', replaceAll(dataOf(entry), k8sObjects as readonly unknown[])),
      );
    case 'bulkAddToList':
      return change(state, id, (entry) => entry.set('data', addAll(dataOf(entry), k8sObjects as readonly unknown[])));
    case 'updateListFromWS':
      return change(state, id, (entry) =>
        entry.set('data', applyEvents(dataOf(entry), k8sObjects as readonly WatchEvent[])),
      );
    case 'modifyObject':
      return change(state, id, (entry) => entry.merge({ loaded: true, loadError: '' }).set('data', fromJS(k8sObjects)));
    case 'errored':
      return change(state, id, (entry) => entry.set('loadError', k8sObjects));
    default:
      return state;
  }
};

const initialState: K8sState = ImmutableMap<string, unknown>({
  RESOURCES: ImmutableMap({ models: ImmutableMap(), loaded: false, inFlight: false }),
});
