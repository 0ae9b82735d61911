import { moduleStates } from '@calico-readiness/requirements';
import * as fc from 'fast-check';
import type { ModuleEvidence } from './module-evidence';
import { moduleState } from './module-evidence';

const nothingThere: ModuleEvidence = {
  loaded: 'no',
  builtIn: 'no',
  configured: 'n',
  file: 'absent',
  hindrance: 'none',
  signature: 'not-asked',
};

describe('moduleState', () => {
  it.each([
    ['loaded', { loaded: 'yes' }],
    ['loaded', { loaded: 'yes', file: 'present', hindrance: 'always' }],
    ['loaded', { loaded: 'yes', builtIn: 'unseen', configured: 'unseen', file: 'unseen', hindrance: 'unseen' }],
    ['built-in', { builtIn: 'yes' }],
    ['built-in', { builtIn: 'yes', loaded: 'unseen', configured: 'unseen', file: 'unseen' }],
    ['built-in', { configured: 'y' }],
    ['built-in', { configured: 'y', loaded: 'unseen', builtIn: 'unseen', file: 'unseen' }],
    ['loadable', { configured: 'm', file: 'present' }],
    ['loadable', { configured: 'n', file: 'present' }],
    ['loadable', { configured: 'unseen', file: 'present', builtIn: 'unseen', loaded: 'unseen' }],
    ['blacklisted', { configured: 'm', file: 'present', hindrance: 'by-alias' }],
    ['blocked', { configured: 'm', file: 'present', hindrance: 'always' }],
    ['unknown', { configured: 'm', file: 'present', hindrance: 'unseen' }],
    ['unsigned', { file: 'present', signature: 'absent' }],
    ['unsigned', { file: 'present', signature: 'absent', hindrance: 'always' }],
    ['unsigned', { file: 'present', signature: 'absent', hindrance: 'unseen' }],
    ['unverified', { file: 'present', signature: 'unseen' }],
    ['unverified', { file: 'present', signature: 'unseen', hindrance: 'by-alias' }],
    ['blocked', { file: 'present', signature: 'unseen', hindrance: 'always' }],
    ['unknown', { file: 'present', signature: 'unseen', hindrance: 'unseen' }],
    ['loaded', { loaded: 'yes', file: 'present', signature: 'absent' }],
    ['built-in', { builtIn: 'yes', file: 'present', signature: 'absent' }],
    ['configured-only', { configured: 'm' }],
    ['missing', {}],
    ['unknown', { configured: 'm', file: 'unseen' }],
    ['unknown', { configured: 'm', loaded: 'unseen' }],
    ['unknown', { configured: 'm', builtIn: 'unseen' }],
    ['unknown', { loaded: 'unseen' }],
    ['unknown', { builtIn: 'unseen' }],
    ['unknown', { configured: 'unseen' }],
    ['unknown', { file: 'unseen' }],
  ] as const)('is %s with %j', (state, change) => {
    expect(moduleState({ ...nothingThere, ...change })).toBe(state);
  });

  const evidence = fc.record<ModuleEvidence>({
    loaded: fc.constantFrom('yes', 'no', 'unseen'),
    builtIn: fc.constantFrom('yes', 'no', 'unseen'),
    configured: fc.constantFrom('y', 'm', 'n', 'unseen'),
    file: fc.constantFrom('present', 'absent', 'unseen'),
    hindrance: fc.constantFrom('none', 'by-alias', 'always', 'unseen'),
    signature: fc.constantFrom('not-asked', 'absent', 'unseen'),
  });

  it('is never missing or configured-only once a source that could prove presence was not read', () => {
    fc.assert(
      fc.property(evidence, fc.constantFrom('loaded', 'builtIn', 'configured', 'file'), (seen, source) => {
        expect(['missing', 'configured-only']).not.toContain(moduleState({ ...seen, [source]: 'unseen' }));
      }),
    );
  });

  it('never turns a presence into an absence by reading less', () => {
    const present = ['loaded', 'built-in', 'loadable'];
    const absent = ['missing', 'configured-only', 'unsigned', 'blocked', 'blacklisted'];
    fc.assert(
      fc.property(
        evidence,
        fc.constantFrom('loaded', 'builtIn', 'configured', 'file', 'hindrance', 'signature'),
        (seen, source) => {
          const whole = moduleState(seen);
          const less = moduleState({ ...seen, [source]: 'unseen' });
          expect(moduleStates).toContain(less);
          // A module that is in the kernel may be hindered from being loaded again; nothing else may change sides.
          if (present.includes(whole) && seen.hindrance === 'none' && seen.signature === 'not-asked')
            expect(absent).not.toContain(less);
        },
      ),
    );
  });
});
