import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { treeRoot } from '../host/tree-host';
import { program } from '../measure/measured-runs';
import type { ProcessMemory } from '../measure/process-files';
import { cpuOfStat, memoryOfStatus } from '../measure/process-files';
import type { ApiProcess } from './api-process';
import { kubeconfig } from './kubeconfig';
import type { World } from './world';

/** How an agent is started, beside what it needs in any case. */
export interface AgentStart {
  readonly nodeName: string;
  readonly nodeOptions?: readonly string[];
  readonly options?: readonly string[];
}

/** The real agent, at work on the node. */
export class AgentProcess {
  private constructor(
    private readonly child: ChildProcess,
    /** The agent, as this machine numbers it. */
    private readonly pid: string,
    private readonly livenessFile: string,
  ) {}

  /** Resolves when the first observation is published. */
  static async start(world: World, api: ApiProcess, start: AgentStart): Promise<AgentProcess> {
    const { nodeName, nodeOptions = [], options = [] } = start;
    const file = (name: string): string => path.join(world.scratch, `${nodeName}.${name}`);
    writeFileSync(file('kubeconfig'), kubeconfig(api.server));
    const words = ['agent', '--node-name', nodeName, '--host-root', treeRoot, '--kubeconfig', file('kubeconfig')];
    const [command, ...parameters] = world.command([
      ...['sh', '-c', 'read -r self rest < /proc/self/stat; echo "$self"; exec "$@"', 'sh'],
      ...[process.execPath, ...nodeOptions, program, ...words, '--liveness-file', file('alive'), ...options],
    ]);
    const child = spawn(command, parameters, { stdio: ['ignore', 'pipe', 'inherit'] });
    const lines = createInterface(child.stdout);
    const [pid] = (await once(lines, 'line')) as [string];
    const agent = new AgentProcess(child, pid, file('alive'));
    await agent.nextObservation();
    if (!(await api.isPublished(0))) throw new Error('the agent does not publish anything');
    return agent;
  }

  /** Milliseconds of CPU so far. */
  get cpu(): number {
    return cpuOfStat(this.read('stat'));
  }

  get memory(): ProcessMemory {
    return memoryOfStatus(this.read('status'));
  }

  /** When the last observation ended, in milliseconds of the wall clock; 0 before the first. */
  get observedAt(): number {
    return statSync(this.livenessFile, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  }

  /** Waits for the end of the next observation, and resolves to when that was. */
  async nextObservation(): Promise<number> {
    const last = this.observedAt;
    while (this.observedAt === last) {
      if (this.child.exitCode !== null) throw new Error(`the agent ended with status ${String(this.child.exitCode)}`);
      await setTimeout(20);
    }
    return this.observedAt;
  }

  async end(): Promise<void> {
    if (this.child.exitCode !== null) return;
    const ended = once(this.child, 'exit');
    process.kill(Number(this.pid));
    await ended;
  }

  private read(name: string): string {
    return readFileSync(`/proc/${this.pid}/${name}`, 'utf8');
  }
}
