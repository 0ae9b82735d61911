import type { ChildProcess } from 'node:child_process';
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { Agent, request } from 'node:https';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { pathOfProgram, referenceProgramEnvironment, unpackedPrograms } from '../reference-programs';
import { renderedObject } from './rendered-chart';

export interface Served {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Of the certificate that the server showed. */
  readonly commonName: string;
}

/** Any user but root: OpenShift gives a pod one out of a range of its namespace. */
const user = '1000680000';

/** nginx with the configuration of the chart, where only places and the port are other ones than in its pod. */
export class ServedPlugin {
  readonly directory = mkdtempSync(join(tmpdir(), 'served-plugin-'));
  private port = 0;
  private program: ChildProcess | undefined;
  private readonly log = join(this.directory, 'log');

  /** Serves these files; resolves when it answers. */
  async start(files: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, text] of Object.entries(files)) this.write(`html/${name}`, text);
    mkdirSync(join(this.directory, 'tmp'));
    this.certify('first');
    this.port = await freePort();
    const { data } = renderedObject('ConfigMap', 'data') as unknown as {
      readonly data: Readonly<Record<string, string>>;
    };
    this.write('nginx.conf', this.placed(data['nginx.conf'] ?? ''));
    for (const name of ['', 'tmp']) chmodSync(join(this.directory, name), 0o777);
    const output = openSync(this.log, 'a');
    chmodSync(this.log, 0o666);
    this.program = spawn(
      'setpriv',
      [
        ...[`--reuid=${user}`, '--regid=0', '--clear-groups', '--bounding-set=-all', '--inh-caps=-all'],
        ...[pathOfProgram('nginx') ?? '', '-c', join(this.directory, 'nginx.conf'), '-g', 'daemon off;'],
      ],
      { env: referenceProgramEnvironment(), stdio: ['ignore', output, output] },
    );
    await vi.waitFor(() => this.ask('/plugin-manifest.json'), { timeout: 20_000, interval: 100 });
  }

  get logged(): string {
    return readFileSync(this.log, 'utf8');
  }

  /** A certificate of its own making in the place of the one that is there. */
  certify(commonName: string): void {
    const [key, certificate] = [
      join(this.directory, 'certificate/tls.key'),
      join(this.directory, 'certificate/tls.crt'),
    ];
    mkdirSync(dirname(key), { recursive: true });
    const fresh = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1'];
    execFileSync(
      'openssl',
      ['req', '-x509', ...fresh, '-subj', `/CN=${commonName}`, '-out', certificate, '-keyout', key],
      { stdio: 'ignore' },
    );
    chmodSync(key, 0o644);
  }

  ask(path: string, method = 'GET', host = '127.0.0.1'): Promise<Served> {
    return new Promise((resolve, reject) => {
      const sent = request(
        { host, port: this.port, path, method, rejectUnauthorized: false, agent: new Agent({ maxCachedSessions: 0 }) },
        (answer) => {
          const { CN } = (answer.socket as TLSSocket).getPeerCertificate().subject;
          answer.resume().on('end', () => {
            resolve({ status: answer.statusCode ?? 0, headers: answer.headers, commonName: String(CN) });
          });
        },
      );
      sent.on('error', reject).end();
    });
  }

  async stop(): Promise<void> {
    const { program } = this;
    if (program?.exitCode === null && program.kill()) await new Promise((resolve) => program.once('exit', resolve));
    rmSync(this.directory, { recursive: true });
  }

  private write(name: string, text: string): void {
    mkdirSync(dirname(join(this.directory, name)), { recursive: true });
    writeFileSync(join(this.directory, name), text);
  }

  private placed(configuration: string): string {
    return configuration
      .replaceAll(/ \/tmp\//g, ` ${this.directory}/tmp/`)
      .replaceAll('/etc/nginx/', `${unpackedPrograms() ?? ''}/etc/nginx/`)
      .replaceAll('/opt/calico-readiness/pages', join(this.directory, 'html'))
      .replaceAll('/var/serving-certificate', join(this.directory, 'certificate'))
      .replaceAll('9443', String(this.port));
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '::', () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  });
