import { setImmediate } from 'node:timers/promises';

/** Milliseconds that looking at a host goes on before timers, signals and the API have their turn. */
const longestTurn = 10;

/** Keeps work that waits for nothing from keeping everybody else waiting. */
export class Turns {
  private began = performance.now();

  /** To be waited for between two steps of the work. */
  async next(): Promise<void> {
    if (performance.now() - this.began < longestTurn) return;
    await setImmediate();
    this.began = performance.now();
  }
}
