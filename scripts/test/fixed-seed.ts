import type * as FastCheck from 'fast-check';
import fc from 'fast-check';
import { fuzzing } from './fuzzing';

// Set up before every spec of every project: `npm test` tries the same inputs each time, so that what is green stays
// green until the code changes. Other inputs are for `npm run fuzz`.
const { seed, times } = fuzzing(process.env);
fc.configureGlobal({ seed, numRuns: 100 * times });

// A number of runs that a property names itself wins over the global one; where there are to be more, of those too.
if (times > 1) {
  vi.doMock('fast-check', async (importOriginal) => {
    const original = await importOriginal<typeof FastCheck>();
    const assert = (property: fc.IRawProperty<unknown>, parameters: fc.Parameters<unknown> = {}): unknown => {
      const { numRuns } = parameters;
      return original.assert(
        property,
        numRuns === undefined ? parameters : { ...parameters, numRuns: numRuns * times },
      );
    };
    return { ...original, assert, default: { ...original.default, assert } };
  });
}
