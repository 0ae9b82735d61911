import { byBytes } from './file-name';

/**
 * The names that directories were seen to list, by the directory's real path. What is listed and can not be found a
 * moment later (a file system that fails, a file that someone is replacing) is there, and must not count as absent.
 */
export class ListedNames {
  private readonly names = new Map<string, readonly string[]>();

  /** `names` is sorted by its bytes. */
  remember(directory: string, names: readonly string[]): void {
    this.names.set(directory, names);
  }

  has(directory: string, name: string): boolean {
    const names = this.names.get(directory) ?? [];
    let [from, to] = [0, names.length];
    while (from < to) {
      const middle = Math.floor((from + to) / 2);
      const order = byBytes(names[middle] ?? '', name);
      if (order === 0) return true;
      if (order < 0) from = middle + 1;
      else to = middle;
    }
    return false;
  }
}
