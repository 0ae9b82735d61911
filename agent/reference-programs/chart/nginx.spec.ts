import { ServedPlugin } from './served-plugin';

const chunk = '144-chunk-46cbab056a466a77273d.min.js';
const entry = 'plugin-entry.9a0b919fcdc4c9ca89ad.min.js';
const locale = 'locales/en/plugin__calico-readiness.json';

describe('nginx with the configuration of the chart', () => {
  const plugin = new ServedPlugin();

  beforeAll(
    () => plugin.start({ 'plugin-manifest.json': '{}', [locale]: '{}', [chunk]: 'void 0;', [entry]: 'void 0;' }),
    30_000,
  );
  afterAll(() => plugin.stop());

  it.each([
    ['/plugin-manifest.json', 200, 'application/json', 'no-cache'],
    [`/${locale}`, 200, 'application/json', 'no-cache'],
    [`/${chunk}`, 200, 'application/javascript', 'public, max-age=31536000, immutable'],
    [`/${entry}`, 200, 'application/javascript', 'public, max-age=31536000, immutable'],
    ['/locales/de/plugin__calico-readiness.json', 404, 'text/html', 'no-cache'],
    ['/locales/', 404, 'text/html', 'no-cache'],
    ['/../nginx.conf', 400, 'text/html', 'no-cache'],
  ])('answers %s with %i, as %s, to be kept as %s says', async (path, status, type, kept) => {
    const answer = await plugin.ask(path);

    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toContain(type);
    expect(answer.headers['cache-control']).toBe(kept);
  });

  it('says its name without a version, and that types are not to be guessed', async () => {
    const { headers } = await plugin.ask('/plugin-manifest.json');

    expect(headers).toMatchObject({ server: 'nginx', 'x-content-type-options': 'nosniff' });
  });

  it('takes nothing but questions', async () => {
    expect((await plugin.ask('/plugin-manifest.json', 'POST')).status).toBe(403);
    expect((await plugin.ask('/plugin-manifest.json', 'HEAD')).status).toBe(200);
  });

  it('listens on IPv4 and on IPv6', async () => {
    for (const host of ['127.0.0.1', '::1']) {
      expect((await plugin.ask('/plugin-manifest.json', 'GET', host)).status).toBe(200);
    }
  });

  it('logs no manifest that was polled, and everything else', async () => {
    await plugin.ask(`/${chunk}`);
    await plugin.ask('/nothing.js');
    await vi.waitFor(() => expect(plugin.logged).toContain('GET /nothing.js'), { timeout: 10_000 });

    expect(plugin.logged).toContain(`GET /${chunk}`);
    expect(plugin.logged).not.toContain('GET /plugin-manifest.json');
  });

  it('shows a renewed certificate without a restart', async () => {
    const before = await plugin.ask('/plugin-manifest.json');
    plugin.certify('renewed');
    const after = await plugin.ask('/plugin-manifest.json');

    expect([before.commonName, after.commonName]).toEqual(['first', 'renewed']);
  });
});
