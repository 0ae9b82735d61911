import type { Fact } from '@calico-readiness/requirements';
import { observed, unavailable } from '@calico-readiness/requirements';
import type { HostQuestion } from '../host-question';
import type { Reader, StartReader } from './reader-process';
import { startReader } from './reader-process';

/** Looks at files of file systems that may not answer. */
export interface RemoteFiles {
  /** `realPath` is where, on this machine, the question led out of what answers for sure. */
  ask<T>(realPath: string, question: HostQuestion): Promise<Fact<T>>;
}

/** Milliseconds that one answer may take, and that a process without work is kept. */
const patience = 2000;
const idle = 500;

/** A process in a system call that never comes back outlives SIGKILL; no more are started while so many do. */
const mostStuck = 2;
const stuck = new Set<Reader>();

/**
 * Asks a process of its own, which can be ended where a thread of this one could not. One question after another: a file
 * system that was silent once is not asked again, and the next one gets a new process. Starts none before it is asked.
 */
export function createRemoteFiles(root: string, start: StartReader = startReader): RemoteFiles {
  let queue: Promise<unknown> = Promise.resolve();
  const asker = new Asker(() => start(root));
  return {
    ask: <T>(realPath: string, question: HostQuestion) => {
      const answer = queue.then(() => asker.ask(realPath, question));
      queue = answer;
      // The process looks at files with the code of this one: what it says of a path is what is said of it here.
      return answer as Promise<Fact<T>>;
    },
  };
}

class Asker {
  private readonly silent = new Set<string>();
  private reader: Reader | undefined;
  private leaving: NodeJS.Timeout | undefined;

  constructor(private readonly start: () => Reader) {}

  async ask(realPath: string, question: HostQuestion): Promise<Fact<unknown>> {
    if (question.operation === 'readPieces') {
      const { path, maxBytes, take } = question;
      const bytes = await this.ask(realPath, { operation: 'readBytes', path, maxBytes });
      if (bytes.status === 'unavailable') return bytes;
      take(bytes.value as Uint8Array);
      return observed('done', path);
    }
    const late = unavailable('timed-out', question.path, `${realPath} does not answer`);
    if (this.silent.has(realPath)) return late;
    if (this.reader === undefined && stuck.size >= mostStuck)
      return unavailable('timed-out', question.path, `${String(stuck.size)} file systems still do not answer`);
    clearTimeout(this.leaving);
    try {
      this.reader ??= this.start();
      const answer = await answerInTime(this.reader, question);
      if (answer !== 'silent') {
        this.leaveLater(this.reader);
        return answer;
      }
      this.silent.add(realPath);
      this.giveUp(this.reader);
      return late;
    } catch (error) {
      this.reader = undefined;
      return unavailable('failed', question.path, error instanceof Error ? error.message.slice(0, 200) : '');
    }
  }

  private giveUp(reader: Reader): void {
    this.reader = undefined;
    stuck.add(reader);
    void reader.kill().then(() => stuck.delete(reader));
  }

  private leaveLater(reader: Reader): void {
    this.leaving = setTimeout(() => {
      if (this.reader === reader) this.reader = undefined;
      reader.leave();
    }, idle);
    this.leaving.unref();
  }
}

async function answerInTime(reader: Reader, question: HostQuestion): Promise<Fact<unknown> | 'silent'> {
  let timer: NodeJS.Timeout | undefined;
  const silent = new Promise<'silent'>((resolve) => {
    timer = setTimeout(resolve, patience, 'silent');
  });
  try {
    return await Promise.race([reader.ask(question), silent]);
  } finally {
    clearTimeout(timer);
  }
}
