import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import type { ApiAnswer, ApiOrder } from './api-orders';
import { nodeScript } from './node-script';
import type { World } from './world';

/** An agent waits up to a minute between two attempts. */
const mostForPublishing = 150_000;

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

  /** Publishes a list of so many peers, none for 0; resolves to where it is, as the agent's option names it. */
  async publishPeers(count: number): Promise<string> {
    const answer = await ask(this.child, { order: 'publish-peers', count });
    return 'peers' in answer ? answer.peers : '';
  }

  /** As somebody in the console does. */
  askForRecheck(time: string): void {
    this.child.send({ order: 'ask-for-recheck', nodeName: this.nodeName, time } satisfies ApiOrder);
  }

  /** Waits until an observation is published that began at that time or later, in milliseconds of the wall clock; false where none is after a while. */
  async isPublished(since: number): Promise<boolean> {
    const end = Date.now() + mostForPublishing;
    while (Date.now() < end) {
      const answer = await ask(this.child, { order: 'tell-observed-at', nodeName: this.nodeName });
      if ('observedAt' in answer && Date.parse(answer.observedAt) >= since) return true;
      await setTimeout(500);
    }
    return false;
  }

  /** Ends when nobody gives it orders any more. */
  end(): void {
    this.child.disconnect();
  }
}

/** Rejects where the process ends instead of answering. */
async function ask(child: ChildProcess, order: ApiOrder): Promise<ApiAnswer> {
  const done = new AbortController();
  const answered = once(child, 'message', { signal: done.signal });
  const ended = once(child, 'exit', { signal: done.signal }).then(() => {
    throw new Error('the fake API ended');
  });
  child.send(order);
  try {
    return ((await Promise.race([answered, ended])) as [ApiAnswer])[0];
  } finally {
    done.abort();
    await Promise.allSettled([answered, ended]);
  }
}
