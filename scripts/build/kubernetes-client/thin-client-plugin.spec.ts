import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { thinClientPlugin } from './thin-client-plugin';

/** Prints which agent carries the requests for a kubeconfig, with a proxy where one is given. */
const contents = `
  import { KubeConfig } from '@kubernetes/client-node';
  const [proxyUrl] = process.argv.slice(2);
  const config = new KubeConfig();
  config.loadFromOptions({
    clusters: [{ name: 'c', server: 'https://example.com', proxyUrl }],
    users: [{ name: 'u' }],
    contexts: [{ name: 'x', cluster: 'c', user: 'u' }],
    currentContext: 'x',
  });
  const options = {};
  await config.applyToHTTPSOptions(options);
  console.log(options.agent.constructor.name);`;

describe('the Kubernetes client of the bundle', () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'thin-client-'));
  const outfile = path.join(directory, 'bundle.mjs');

  beforeAll(async () => {
    await build({
      stdin: { contents, resolveDir: path.join(import.meta.dirname, '../../../agent/src') },
      outfile,
      banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
      bundle: true,
      keepNames: true,
      format: 'esm',
      platform: 'node',
      plugins: [thinClientPlugin],
    });
  }, 120_000);
  afterAll(() => {
    rmSync(directory, { recursive: true });
  });

  it.each([
    ['a SOCKS proxy', ['socks5://127.0.0.1:1080'], 'SocksProxyAgent'],
    ['an HTTP proxy', ['http://127.0.0.1:3128'], 'HttpsProxyAgent'],
    ['no proxy', [], 'Agent'],
  ])('reaches an API through %s', (_, words, expected) => {
    const { stdout, stderr } = spawnSync(process.execPath, [outfile, ...words], { encoding: 'utf8' });

    expect({ stdout, stderr }).toEqual({ stdout: `${expected}\n`, stderr: '' });
  });
});
