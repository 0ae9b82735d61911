/** A request that writes, as the console sends it. */
export interface FakeWrite {
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly body: unknown;
}

/** What pages may write in a test, and what they wrote. */
export class FakeWrites {
  /** What was written, in order. */
  readonly writes: FakeWrite[] = [];
  private answerWrite: ((write: FakeWrite) => unknown) | undefined;
  /** Which rights pages asked for, as `verb plural`. */
  readonly askedRights = new Set<string>();
  private readonly refused = new Set<string>();

  /** Lets pages write; `answer` throws what the API refuses. Without it, a page that writes fails its test. */
  takeWrites(answer: (write: FakeWrite) => unknown = () => ({})): void {
    this.answerWrite = answer;
  }

  async write(write: FakeWrite): Promise<unknown> {
    if (this.answerWrite === undefined) throw new Error('The plugin writes nothing');
    this.writes.push(write);
    return this.answerWrite(write);
  }

  /** The user has every right but those that were refused, as `verb plural`. */
  refuse(...rights: readonly string[]): void {
    for (const right of rights) this.refused.add(right);
  }

  mayDo(verb: string, plural: string): boolean {
    this.askedRights.add(`${verb} ${plural}`);
    return !this.refused.has(`${verb} ${plural}`);
  }

  protected clearWrites(): void {
    this.writes.length = 0;
    this.answerWrite = undefined;
    this.refused.clear();
    this.askedRights.clear();
  }
}
