import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runCommandLine } from './command-line';

/** What the API answers to each request in turn; the last one goes on. */
type Answers = readonly (readonly [status: number, body: object])[];

const read = (plugins: readonly string[]) => [200, { spec: { plugins } }] as const;

describe('the command console-plugin', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(path.join(tmpdir(), 'console-plugin-'));
  });
  afterEach(() => {
    rmSync(directory, { recursive: true });
  });

  const run = async (answers: Answers, ...words: string[]) => {
    const left = [...answers];
    const server = createServer((_request, response) => {
      const [status, body] = (left.length > 1 ? left.shift() : left[0]) ?? [500, {}];
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const kubeconfig = path.join(directory, 'config');
    const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    writeFileSync(
      kubeconfig,
      JSON.stringify({
        clusters: [{ name: 'c', cluster: { server: url, 'insecure-skip-tls-verify': true } }],
        contexts: [{ name: 'x', context: { cluster: 'c', user: '' } }],
        'current-context': 'x',
      }),
    );
    let output = '';
    const take = (text: string): void => {
      output += text;
    };
    const status = await runCommandLine(['console-plugin', ...words, '--kubeconfig', kubeconfig], {
      isTerminal: false,
      environment: {},
      write: take,
      writeError: take,
    });
    server.closeAllConnections();
    server.close();
    return { status, output };
  };

  it.each<[string, Answers, number, string]>([
    [
      'enable',
      [read(['other']), [200, {}]],
      0,
      'The plugin calico-readiness is enabled. The console rolls out again; reload it afterwards.\n',
    ],
    ['enable', [read(['calico-readiness'])], 0, 'The plugin calico-readiness was enabled already.\n'],
    [
      'disable',
      [read(['calico-readiness']), [200, {}]],
      0,
      'The plugin calico-readiness is disabled. The console rolls out again.\n',
    ],
    ['disable', [read([])], 0, 'The plugin calico-readiness was not enabled.\n'],
    [
      'enable',
      [[404, { message: 'not found' }]],
      0,
      'This cluster has no Console named cluster, so there is nothing to change.\n',
    ],
    [
      'enable',
      [[403, { message: 'consoles "cluster" is forbidden' }]],
      1,
      'The plugin calico-readiness could not be enabled: consoles "cluster" is forbidden\n',
    ],
    [
      'disable',
      [read(['calico-readiness']), [500, { message: 'etcd is ill' }]],
      1,
      'The plugin calico-readiness could not be disabled: etcd is ill\n',
    ],
  ])('%s: says how it went (%#)', async (wish, answers, status, output) => {
    expect(await run(answers, wish)).toEqual({ status, output });
  });

  it.each([
    [['swap'], 'Allowed choices are enable, disable.'],
    [[], "missing required argument 'wish'"],
  ])('wants to know what to do, and not %j', async (words, message) => {
    const { status, output } = await run([[500, {}]], ...words);

    expect(status).toBe(2);
    expect(output).toContain(message);
  });
});
