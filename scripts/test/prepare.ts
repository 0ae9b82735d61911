import { type Need, needs } from './needs';

/** Looks for everything the tests need, downloads what can be downloaded, and returns what the machine then lacks. */
export function prepare(print: (line: string) => void): readonly Need[] {
  return needs.filter((need) => {
    try {
      if (need.get()) return false;
    } catch (error) {
      print(error instanceof Error ? error.message : String(error));
    }
    return true;
  });
}
