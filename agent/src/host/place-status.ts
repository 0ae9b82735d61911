import type { PathStatus, PathType } from './path-status';
import type { Place, RootedFileSystem } from './rooted-file-system';

/** A name that was listed as what is looked for is looked at next, and need not be asked for before. */
export const isA = (type: PathType, rooted: RootedFileSystem, place: Place): boolean =>
  place.type === type || typeOf(rooted, place) === type;

/** What is only listed need not be there: it counts where lstat(2) finds it. */
export const typeOf = (rooted: RootedFileSystem, place: Place): PathType => statusOf(rooted, place)?.type ?? place.type;

/** The root itself has no name to be asked for by. */
export const statusOf = ({ seen }: RootedFileSystem, { parent, name }: Place): PathStatus | undefined =>
  parent === undefined ? undefined : seen.statusOf(parent.realPath, name);
