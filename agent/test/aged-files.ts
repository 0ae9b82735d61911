import type { FileSystem } from '../src/host/file-system';
import { nodeFileSystem } from '../src/host/file-system';

/** This machine's files as if each had last changed so many milliseconds before it did, so that nothing is too young to be trusted. */
export function agedFiles(age: () => number = () => 3_600_000): FileSystem {
  return {
    ...nodeFileSystem,
    lstat: (path) => {
      const status = nodeFileSystem.lstat(path);
      const stamp = status?.stamp;
      if (status === undefined || stamp === undefined) return status;
      const nanoseconds = BigInt(age()) * 1_000_000n;
      const { modifiedAt, changedAt } = stamp;
      return {
        ...status,
        stamp: { ...stamp, modifiedAt: modifiedAt - nanoseconds, changedAt: changedAt - nanoseconds },
      };
    },
  };
}
