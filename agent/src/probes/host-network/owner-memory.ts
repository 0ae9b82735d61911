/** Where the socket of an inode was found: the descriptor of a process (proc_pid_fd(5)). */
export interface Holder {
  readonly process: string;
  readonly descriptor: string;
}

/** A search through all processes, which may take several observations. */
export interface Round {
  readonly sought: ReadonlySet<number>;
  /** The processes that it is done with. */
  readonly looked: Set<string>;
}

/** How long a socket counts as nobody's, milliseconds. */
const rememberedFor = 60 * 60 * 1000;

/** A socket is handed on while processes are looked at, so that one search alone may just miss it. */
const searchesToBelieve = 2;

/**
 * What one observation learns about the owners of sockets for the next. It answers nothing by itself: a holder is looked at
 * again each time. Whoever is not found is believed to be nobody for an hour, after two searches through all processes. All is
 * forgotten of an inode that is not in the tables any more: its number may be given to another socket some day.
 */
export class OwnerMemory {
  private readonly holders = new Map<number, Holder>();
  private readonly misses = new Map<number, { readonly searches: number; readonly at: number }>();
  private round: Round | undefined;

  /** Keeps what is known of these sockets only. */
  keep(inodes: ReadonlySet<number>): void {
    for (const known of [this.holders, this.misses])
      for (const inode of known.keys()) if (!inodes.has(inode)) known.delete(inode);
  }

  holderOf(inode: number): Holder | undefined {
    return this.holders.get(inode);
  }

  found(inode: number, holder: Holder): void {
    this.holders.set(inode, holder);
    this.misses.delete(inode);
  }

  /** No process has it; `now` in milliseconds of a clock that is never set back. */
  missed(inode: number, now: number): void {
    this.holders.delete(inode);
    this.misses.set(inode, { searches: (this.misses.get(inode)?.searches ?? 0) + 1, at: now });
  }

  /** Whether somebody who holds it may still be found. */
  isOpen(inode: number, now: number): boolean {
    const miss = this.misses.get(inode);
    return miss === undefined || miss.searches < searchesToBelieve || now - miss.at >= rememberedFor;
  }

  /** The search for these sockets: the one that is under way, or a new one where it has not looked for all of them. */
  roundFor(inodes: ReadonlySet<number>, processes: readonly string[]): Round {
    const { round } = this;
    const goesOn = round !== undefined && [...inodes].every((inode) => round.sought.has(inode));
    const looked = goesOn ? processes.filter((process) => round.looked.has(process)) : [];
    this.round = { sought: goesOn ? round.sought : inodes, looked: new Set(looked) };
    return this.round;
  }

  endRound(): void {
    this.round = undefined;
  }
}
