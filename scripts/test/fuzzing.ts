/** With which inputs, and how many, the property tests run. */
export interface Fuzzing {
  readonly seed: number;
  /** How many times as many runs as in `npm test`. */
  readonly times: number;
}

/** Any number would do; another one makes all properties of `npm test` try other inputs. */
export const fixedSeed = 20261127;

export const seedVariable = 'CALICO_READINESS_FUZZ_SEED';
export const timesVariable = 'CALICO_READINESS_FUZZ_TIMES';

/** What the environment asks for, else the fixed seed and every property's own number of runs. */
export const fuzzing = (environment: NodeJS.ProcessEnv): Fuzzing => ({
  seed: numberIn(environment, seedVariable, 0) ?? fixedSeed,
  times: numberIn(environment, timesVariable, 1) ?? 1,
});

function numberIn(environment: NodeJS.ProcessEnv, name: string, minimum: number): number | undefined {
  const text = environment[name];
  return text === undefined || text === '' ? undefined : wholeNumber(text, minimum, name);
}

/** The whole number, small enough to be a seed of fast-check, that a text stands for; throws an error that names the text's origin. */
export function wholeNumber(text: string, minimum: number, origin: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < minimum || value > 0x7fff_ffff)
    throw new RangeError(`${origin} is “${text}”, but must be a whole number from ${minimum} to ${0x7fff_ffff}.`);
  return value;
}
