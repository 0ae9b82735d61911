import fc from 'fast-check';
import { FuzzOptionError, fuzzOptions } from './fuzz-options';
import { fixedSeed, fuzzing, seedVariable, timesVariable } from './fuzzing';

describe('npm run fuzz', () => {
  it('takes a seed, how many times as many runs, and parts of paths', () => {
    expect(fuzzOptions(['--seed', '5', '--runs=3', 'evidence', 'src/k8s'])).toEqual({
      seed: 5,
      times: 3,
      words: ['evidence', 'src/k8s'],
    });
  });

  it('takes a random seed and 50 times as many runs when nothing is said', () => {
    const { seed, ...others } = fuzzOptions([]);
    expect(others).toEqual({ times: 50, words: [] });
    expect(Number.isInteger(seed)).toBe(true);
  });

  it.each([
    [['--seed', 'x'], '--seed is “x”'],
    [['--seed=-1'], '--seed is “-1”'],
    [['--seed', '4294967296'], '--seed is “4294967296”'],
    [['--runs', '0'], '--runs is “0”'],
    [['--runs', '1.5'], '--runs is “1.5”'],
    [['--runs'], '--runs'],
    [['--sead', '1'], '--sead'],
  ])('refuses %j', (parameters, words) => {
    expect(() => fuzzOptions(parameters)).toThrow(FuzzOptionError);
    expect(() => fuzzOptions(parameters)).toThrow(words);
  });
});

describe('the property tests', () => {
  it('try the same inputs each time unless the environment names other ones', () => {
    expect(fuzzing({})).toEqual({ seed: fixedSeed, times: 1 });
    expect(fuzzing({ [seedVariable]: '7', [timesVariable]: '50' })).toEqual({ seed: 7, times: 50 });
    expect(() => fuzzing({ [timesVariable]: 'many' })).toThrow(timesVariable);
  });

  it('have the seed and the number of runs of the environment, also where they name a number themselves', () => {
    const { seed, times } = fuzzing(process.env);
    let runs = 0;
    fc.assert(
      fc.property(fc.nat(), () => {
        runs += 1;
      }),
      { numRuns: 2 },
    );
    expect(runs).toBe(2 * times);
    expect(fc.readConfigureGlobal()).toMatchObject({ seed, numRuns: 100 * times });
  });
});
