import { existsSync } from 'node:fs';
import path from 'node:path';
import { HostRootError } from '@calico-readiness/agent';
import { createBackend } from './backends/create-backend';
import { ConsoleServer } from './http/console-server';
import { accessTokenFrom } from './settings/access-token';
import { parseOptions, type Options } from './settings/options';
import { usage } from './settings/usage';
import { UsageError } from './settings/usage-error';

const print = (text: string): void => void process.stdout.write(`${text}\n`);
const warn = (text: string): void => void process.stderr.write(`${text}\n`);

/** The bundle of this file is standalone/dist/main.js; the plugin is built into dist/ of the repository. */
const shellsDirectory = import.meta.dirname;
const pluginDirectory = path.resolve(import.meta.dirname, '..', '..', 'dist');

/** What a person can do about a port that could not be opened; undefined where it was something else. */
const portProblem = (error: unknown, profile: string, port: number): string | undefined => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return `port ${port} is in use: choose another with --console ${profile}:PORT`;
  if (code === 'EACCES') return `port ${port} requires root: choose one above 1023, or 0 for any free one`;
  return undefined;
};

/** Every console that is asked for, and the same again on any free port where another plugin is to be served. */
const servedConsoles = ({ consoles, otherPlugin }: Options) => [
  ...consoles.map((one) => ({ ...one, title: `console ${one.profile}`, directory: pluginDirectory })),
  ...(otherPlugin === undefined
    ? []
    : consoles.map(({ profile }) => ({
        profile,
        port: 0,
        title: `other plugin in console ${profile}`,
        directory: path.resolve(otherPlugin),
      }))),
];

const checkPlugin = (directory: string, remedy: string): void => {
  if (!existsSync(path.join(directory, 'plugin-manifest.json'))) throw new UsageError(remedy);
};

const serve = async (options: Options, token: string): Promise<void> => {
  checkPlugin(pluginDirectory, 'the plugin is not built: run npm run build');
  const { otherPlugin, testControls } = options;
  if (otherPlugin !== undefined)
    checkPlugin(path.resolve(otherPlugin), `--other-plugin ${otherPlugin}: there is no plugin-manifest.json`);
  const backend = await createBackend(options, warn);
  backend.api.setScenario(options.scenario);
  const servers: ConsoleServer[] = [];
  const addresses: string[] = [];
  for (const { profile, port, title, directory } of servedConsoles(options)) {
    const shellDirectory = path.join(shellsDirectory, `console-${profile}`);
    const server = new ConsoleServer(
      { profile, backend, pluginDirectory: directory, shellDirectory, testControls },
      token,
    );
    try {
      await server.listen(port);
    } catch (error) {
      const problem = portProblem(error, profile, port);
      throw problem === undefined ? error : new UsageError(problem);
    }
    servers.push(server);
    addresses.push(`${title}  ${server.url}?token=${token}`);
  }
  print(`${backend.label}${backend.isSample ? ' (sample data)' : ''}`);
  if (backend.notice !== undefined) print(backend.notice);
  addresses.forEach(print);
  print('Stop with Ctrl+C.');
  const stopping = new AbortController();
  process.once('SIGINT', () => stopping.abort());
  process.once('SIGTERM', () => stopping.abort());
  const [first] = servers;
  if (first !== undefined) await backend.run(first.apiAccess, stopping.signal);
  await Promise.all(servers.map((server) => server.close()));
};

const run = async (): Promise<void> => {
  const options = parseOptions(process.argv.slice(2), process.platform);
  if (options === undefined) {
    print(usage);
    return;
  }
  if (process.platform !== 'linux' && options.backend === 'sample' && !process.argv.includes('--backend')) {
    print('This system is not Linux, so there is no host to check here: showing a sample fleet instead.');
  }
  await serve(options, accessTokenFrom(process.env));
};

const isForPeople = (error: unknown): error is Error => error instanceof UsageError || error instanceof HostRootError;

run().catch((error: unknown) => {
  warn(
    `calico-readiness standalone: ${isForPeople(error) ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  );
  process.exit(isForPeople(error) ? 2 : 1);
});
