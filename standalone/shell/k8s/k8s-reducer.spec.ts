import type { Map as ImmutableMap } from 'immutable';
import { k8sReducer, type K8sState } from './k8s-reducer';

const object = (name: string, resourceVersion: string, extra: object = {}) => ({
  metadata: { name, uid: `uid-${name}`, resourceVersion },
  ...extra,
});

const reduce = (...actions: { type: string; payload?: object }[]): K8sState =>
  actions.reduce<K8sState>(
    (state, action) => k8sReducer(state, action as Parameters<typeof k8sReducer>[1]),
    k8sReducer(undefined, { type: 'init' }),
  );

const start = { type: 'startWatchK8sList', payload: { id: 'w' } };
const loaded = (...k8sObjects: object[]) => ({ type: 'loaded', payload: { id: 'w', k8sObjects } });
const events = (...k8sObjects: object[]) => ({ type: 'updateListFromWS', payload: { id: 'w', k8sObjects } });

const entryOf = (state: K8sState) =>
  (state.get('w') as ImmutableMap<string, unknown>).toJS() as {
    loaded: boolean;
    loadError: unknown;
    data: Record<string, { metadata: { name: string } }>;
  };
const names = (state: K8sState) =>
  Object.values(entryOf(state).data)
    .map(({ metadata }) => metadata.name)
    .sort();

describe('the reducer behind the watches of the SDK', () => {
  it('is not loaded before the first page and loaded after it', () => {
    expect(entryOf(reduce(start))).toMatchObject({ loaded: false, loadError: '', data: {} });
    expect(entryOf(reduce(start, loaded(object('a', '1'))))).toMatchObject({ loaded: true });
  });

  it('adds pages, and follows events', () => {
    const state = reduce(
      start,
      loaded(object('a', '1'), object('b', '2')),
      { type: 'bulkAddToList', payload: { id: 'w', k8sObjects: [object('c', '3')] } },
      events(
        { type: 'DELETED', object: object('a', '4') },
        { type: 'ADDED', object: object('d', '5') },
        { type: 'ERROR', object: { code: 410 } },
      ),
    );
    expect(names(state)).toEqual(['b', 'c', 'd']);
  });

  it('drops what a new list no longer has', () => {
    expect(names(reduce(start, loaded(object('a', '1'), object('b', '2')), loaded(object('b', '2'))))).toEqual(['b']);
  });

  it('keeps an object that did not change but for its version', () => {
    const before = reduce(start, loaded(object('a', '1', { spec: { x: 1 } })));
    const read = (state: K8sState) => state.getIn(['w', 'data', 'uid-a']) as unknown;
    const unchanged = k8sReducer(before, events({ type: 'MODIFIED', object: object('a', '2', { spec: { x: 1 } }) }));
    const changed = k8sReducer(before, events({ type: 'MODIFIED', object: object('a', '2', { spec: { x: 2 } }) }));
    expect(read(unchanged)).toBe(read(before));
    expect(read(changed)).not.toBe(read(before));
  });

  it('keeps the data beside an error and forgets the error with the next list', () => {
    const failure = { type: 'errored', payload: { id: 'w', k8sObjects: { code: 500 } } };
    const failed = reduce(start, loaded(object('a', '1')), failure);
    expect(entryOf(failed)).toMatchObject({ loaded: true, loadError: { code: 500 } });
    expect(names(failed)).toEqual(['a']);
    expect(entryOf(k8sReducer(failed, loaded(object('a', '1')))).loadError).toBe('');
  });

  it('forgets a watch that was stopped, and what still arrives for it', () => {
    const stopped = reduce(start, { type: 'stopWatchK8s', payload: { id: 'w' } }, loaded(object('a', '1')));
    expect(stopped.has('w')).toBe(false);
  });

  it('finds custom resources by reference and core ones by kind', () => {
    const model = {
      apiVersion: 'v1',
      kind: 'Node',
      plural: 'nodes',
      label: '',
      labelPlural: '',
      abbr: 'N',
      namespaced: false,
      crd: false,
      verbs: [],
    };
    const state = reduce({
      type: 'resources',
      payload: { resources: { models: [model, { ...model, apiGroup: 'g', kind: 'Report', crd: true }] } },
    });
    expect((state.getIn(['RESOURCES', 'models']) as ImmutableMap<string, unknown>).keySeq().toArray()).toEqual([
      'Node',
      'g~v1~Report',
    ]);
    expect(state.getIn(['RESOURCES', 'loaded'])).toBe(true);
  });
});
