import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KubeConfig } from '@kubernetes/client-node';
import type { NodeReport } from '@calico-readiness/requirements';
import type { AgentLog } from '../../src/foundation/agent-log';
import type { AgentOptions } from '../../src/node-agent/agent-settings';
import { runAgent } from '../../src/node-agent/run-agent';
import { fixtureHosts } from '../../test/fixture-hosts';
import { reportsPath } from './custom-resources';
import type { KubernetesClient } from './kubernetes-client';

const hostName = 'rhcos-4.20';

/** One line of a log: how bad it is, and the sentence. */
export interface LogLine {
  readonly level: string;
  readonly message: string;
  readonly fields: object;
}

const running = new Set<ObservedAgent>();

/** For after each test, however it ended. */
export async function stopAgents(): Promise<void> {
  for (const agent of [...running]) await agent.stop();
}

/** An agent on a copy of a fixture host, with what it logged. */
export class ObservedAgent {
  readonly lines: LogLine[] = [];
  readonly hostRoot = join(mkdtempSync(join(tmpdir(), 'agent-host-')), 'root');
  private readonly ending = new AbortController();
  private readonly ended: Promise<void>;

  constructor(
    private readonly client: KubernetesClient,
    kubeConfig: KubeConfig,
    readonly nodeName: string,
    options: Partial<AgentOptions> = {},
  ) {
    const host = fixtureHosts.find(({ name }) => name === hostName);
    if (host === undefined) throw new Error(`There is no fixture host ${hostName}`);
    cpSync(host.root, this.hostRoot, { recursive: true, verbatimSymlinks: true });
    const { signal } = this.ending;
    const { hostRoot, log } = this;
    this.ended = runAgent({ kubeConfig, nodeName, hostRoot, signal, log, random: () => 0, ...options });
    running.add(this);
    // Whoever stops the agent is told.
    this.ended.catch(() => undefined);
  }

  /** The sentences that are at least warnings. */
  get warnings(): readonly string[] {
    return this.lines.filter(({ level }) => level === 'warn' || level === 'error').map(({ message }) => message);
  }

  report(): Promise<NodeReport | undefined> {
    return this.client.get(`${reportsPath}/${this.nodeName}`) as Promise<NodeReport | undefined>;
  }

  /** Resolves with the report as soon as it is as the assertion wants it. */
  untilReport(assertion: (report: NodeReport) => void): Promise<NodeReport> {
    return eventually(async () => {
      const report = await this.report();
      if (report?.status === undefined) throw new Error(`No status yet; logged: ${JSON.stringify(this.lines)}`);
      assertion(report);
      return report;
    });
  }

  untilPublished(): Promise<NodeReport> {
    return this.untilReport(() => undefined);
  }

  untilLogged(text: string): Promise<void> {
    return eventually(() =>
      expect(this.lines.map(({ message }) => message)).toContainEqual(expect.stringContaining(text)),
    );
  }

  /** Ends it, and removes its host. Rejects with what the agent failed with. */
  async stop(): Promise<void> {
    running.delete(this);
    this.ending.abort();
    await this.ended;
    rmSync(join(this.hostRoot, '..'), { recursive: true });
  }

  private readonly remember =
    (level: string) =>
    (fields: object, message: string): void => {
      this.lines.push({ level, message, fields });
    };

  private get log(): AgentLog {
    const { remember } = this;
    return { debug: () => undefined, info: remember('info'), warn: remember('warn'), error: remember('error') };
  }
}

/** Waits until an assertion holds; only a failing one takes this long. */
export const eventually = <T>(assertion: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(assertion, { timeout: 20_000, interval: 100 });

export const aWhile = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
