import fc from 'fast-check';
import type { ModuleState } from '../model/kernel-module';
import { moduleStates } from '../model/kernel-module';
import type { ModuleNeed } from './module-availability';
import { requestsLoad } from './loading-on-demand';
import { allOf, anyOf, moduleAvailability, modulesOf, oneOf } from './module-availability';
import { describeModules } from './module-presence';

const presenceOf = (need: ModuleNeed, modules: Record<string, ModuleState>): string =>
  moduleAvailability(need, modules, requestsLoad).presence;

describe('moduleAvailability of one module', () => {
  it.each([
    ['loaded', 'present'],
    ['built-in', 'present'],
    ['loadable', 'present'],
    ['blacklisted', 'absent'],
    ['unsigned', 'absent'],
    ['unverified', 'undetermined'],
    ['blocked', 'absent'],
    ['configured-only', 'absent'],
    ['missing', 'absent'],
    ['unknown', 'undetermined'],
  ] as const)('takes %s for %s', (state, presence) => expect(presenceOf('vxlan', { vxlan: state })).toBe(presence));

  it('takes a blacklisted module that is asked for by its own name for present', () => {
    expect(presenceOf('iptable_nat', { iptable_nat: 'blacklisted' })).toBe('present');
  });

  it.each([{}, { vxlan: 'teleported' }])('takes what it does not know for undetermined: %j', (modules) => {
    expect(presenceOf('vxlan', modules as Record<string, ModuleState>)).toBe('undetermined');
  });

  it('does not take what every object has for a module', () =>
    expect(presenceOf('constructor', {})).toBe('undetermined'));
});

describe('moduleAvailability of several modules', () => {
  const [P, A, U] = ['loaded', 'missing', 'unknown'] as const;
  it.each([
    [P, P, 'present', 'present', 'present'],
    [P, A, 'absent', 'present', 'undetermined'],
    [P, U, 'undetermined', 'present', 'undetermined'],
    [A, A, 'absent', 'absent', 'absent'],
    [A, U, 'absent', 'undetermined', 'undetermined'],
    [U, U, 'undetermined', 'undetermined', 'undetermined'],
  ] as const)('%s and %s: all %s, any %s, one of them %s', (left, right, all, any, one) => {
    for (const modules of [
      { a: left, b: right },
      { a: right, b: left },
    ]) {
      expect([allOf, anyOf, oneOf].map((kind) => presenceOf(kind('a', 'b'), modules))).toEqual([all, any, one]);
    }
  });

  it('names the hardest obstacle where all are needed, and the easiest of alternatives', () => {
    const modules = { a: 'blacklisted', b: 'configured-only', c: 'missing' } as const;
    expect(moduleAvailability(allOf('a', 'b', 'c'), modules, requestsLoad)).toMatchObject({ obstacle: 'missing' });
    expect(moduleAvailability(allOf('a', 'b'), modules, requestsLoad)).toMatchObject({ obstacle: 'configured-only' });
    expect(moduleAvailability(anyOf('a', 'b', 'c'), modules, requestsLoad)).toMatchObject({ obstacle: 'blacklisted' });
    expect(moduleAvailability(anyOf(allOf('a', 'c'), 'b'), modules, requestsLoad)).toMatchObject({
      obstacle: 'configured-only',
    });
  });

  it('shows only the modules that decide', () => {
    const modules = { a: 'loaded', b: 'missing', c: 'unknown' } as const;
    expect(moduleAvailability(allOf('a', 'b', 'c'), modules, requestsLoad).evidence).toEqual([
      { name: 'b', state: 'missing' },
    ]);
    expect(moduleAvailability(anyOf('b', 'c', 'a'), modules, requestsLoad).evidence).toEqual([
      { name: 'a', state: 'loaded' },
    ]);
    expect(moduleAvailability(anyOf('b', 'c'), modules, requestsLoad).evidence).toEqual([
      { name: 'c', state: 'unknown' },
    ]);
  });

  it('never turns an undecided answer round when more becomes known', () => {
    const { need } = fc.letrec<{ need: ModuleNeed }>((tie) => ({
      need: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom('vxlan', 'ipip', 'ip_set', 'nf_nat'),
        fc.record({
          kind: fc.constantFrom('all', 'any', 'one'),
          needs: fc.array(tie('need'), { minLength: 1, maxLength: 3 }),
        }),
      ),
    }));
    const states = fc.record(
      Object.fromEntries(['vxlan', 'ipip', 'ip_set', 'nf_nat'].map((name) => [name, fc.constantFrom(...moduleStates)])),
    );
    fc.assert(
      fc.property(need, states, fc.constantFrom('vxlan', 'ipip', 'ip_set', 'nf_nat'), (tree, modules, hidden) => {
        const before = presenceOf(tree, modules);
        const after = presenceOf(tree, { ...modules, [hidden]: 'unknown' });
        expect([before, 'undetermined']).toContain(after);
      }),
    );
  });
});

describe('modulesOf', () => {
  it('names each module once', () =>
    expect(modulesOf(anyOf(allOf('a', 'b'), oneOf('b', 'c')))).toEqual(['a', 'b', 'c']));
});

describe('describeModules', () => {
  it('groups modules by state', () => {
    expect(
      describeModules([
        { name: 'a', state: 'loaded' },
        { name: 'b', state: 'missing' },
        { name: 'c', state: 'loaded' },
      ]),
    ).toBe('a, c: loaded; b: missing');
  });
});
