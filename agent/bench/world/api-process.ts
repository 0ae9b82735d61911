import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { ApiAnswer, ApiOrder } from './api-orders';
import { nodeScript } from './node-script';
import type { World } from './world';

/** The fake API as a process in the node's network, for one node's agent. */
export class ApiProcess {
  private constructor(
    private readonly child: ChildProcess,
    private readonly nodeName: string,
    readonly server: string,
  ) {}

  static async start(world: World, nodeName: string): Promise<ApiProcess> {
    const [command, ...words] = world.neighbour(nodeScript('fake-api.ts'));
    const child = spawn(command, words, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    const answer = await ask(child, { order: 'start', nodeName });
    return new ApiProcess(child, nodeName, 'server' in answer ? answer.server : '');
  }

  /** `swallow` ends all connections and answers nothing, `reset` ends each request without an answer, `answer` is as it should be. */
  be(order: 'swallow' | 'reset' | 'answer'): void {
    this.child.send({ order } satisfies ApiOrder);
  }

  /** As somebody in the console does. */
  askForRecheck(time: string): void {
    this.child.send({ order: 'ask-for-recheck', nodeName: this.nodeName, time } satisfies ApiOrder);
  }

  /** When the observation began that is published, in milliseconds of the wall clock; NaN where nothing is. */
  async observedAt(): Promise<number> {
    const answer = await ask(this.child, { order: 'tell-observed-at', nodeName: this.nodeName });
    return 'observedAt' in answer ? Date.parse(answer.observedAt) : NaN;
  }

  /** Ends when nobody gives it orders any more. */
  end(): void {
    this.child.disconnect();
  }
}

async function ask(child: ChildProcess, order: ApiOrder): Promise<ApiAnswer> {
  const ended = new AbortController();
  child.once('exit', () => {
    ended.abort(new Error('the fake API ended'));
  });
  const answered = once(child, 'message', { signal: ended.signal });
  child.send(order);
  return ((await answered) as [ApiAnswer])[0];
}
