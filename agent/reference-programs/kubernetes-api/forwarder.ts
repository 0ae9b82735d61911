import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { request } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Cluster } from './cluster';

/**
 * Stands between an agent and the API server and hands on what both say, so that specs see what is asked, and can
 * change a question. It speaks plain HTTP, hence bearer tokens are all that an agent can log in with.
 */
export class Forwarder {
  /** Every question as `METHOD path`, watches as `WATCH path`. */
  readonly questions: string[] = [];
  /** Changes the parameters of a watch before it is handed on. */
  changeWatch: (parameters: URLSearchParams) => void = () => undefined;
  private readonly server: Server;

  constructor(private readonly cluster: Cluster) {
    this.server = createServer((question, answer) => {
      this.handOn(question, answer);
    });
  }

  /** Resolves with the address to give to an agent. */
  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  count(pattern: RegExp): number {
    return this.questions.filter((question) => pattern.test(question)).length;
  }

  private handOn(question: IncomingMessage, answer: ServerResponse): void {
    const url = new URL(question.url ?? '/', this.cluster.server);
    const isWatch = url.searchParams.has('watch');
    this.questions.push(`${isWatch ? 'WATCH' : (question.method ?? '')} ${url.pathname}`);
    if (isWatch) this.changeWatch(url.searchParams);
    const headers = { ...question.headers, host: url.host };
    const onward = request(url, { method: question.method ?? 'GET', headers, ca: this.cluster.authority }, (reply) => {
      answer.writeHead(reply.statusCode ?? 502, reply.headers);
      answer.flushHeaders();
      reply.pipe(answer);
      reply.on('error', () => answer.destroy());
    });
    onward.on('error', () => answer.destroy());
    answer.on('close', () => onward.destroy());
    question.pipe(onward);
  }
}
