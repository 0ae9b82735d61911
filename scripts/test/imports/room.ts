/** A folder whose files belong together, and what they may import beside each other. */
export interface Room {
  /** From the repository's root. The room with the longest path that fits has a file. */
  readonly folder: string;
  /** What one finds there, in half a sentence; ARCHITECTURE.md shows it. */
  readonly content: string;
  /** Folders of rooms that stand earlier in the list, so that no circle of rooms can be written down. */
  readonly rooms: readonly string[];
  /** Packages that it may import, by name, and `node` for what comes with Node.js; every one where it is left out. */
  readonly packages?: readonly string[];
  /** What its tests may import in addition, wherever it stands in the list. */
  readonly testRooms?: readonly string[];
}
