import type { FileSystem } from './file-system';
import type { ListedNames } from './listed-names';

/** A file system that is looked at below one directory, and what its directories listed so far. */
export interface RootedFileSystem {
  readonly root: string;
  readonly fileSystem: FileSystem;
  readonly listed: ListedNames;
}
