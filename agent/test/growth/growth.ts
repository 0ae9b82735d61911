import { countSteps } from './count-steps';

/** Below it are 2 for what grows as its input does and 2.3 for sorting, above it 4 for what compares each with each. */
export const linear = 2.6;

/** By how much the steps grow when the input does twofold; of which size it first is. */
export function growthOf(call: (size: number) => unknown, size = 96): number {
  const small = countSteps(() => call(size));
  return countSteps(() => call(2 * size)) / Math.max(small, 1);
}
