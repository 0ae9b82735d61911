import { ScrapeAccess } from './scrape-access';

const user = { username: 'prometheus', groups: ['g'], uid: 'u', extra: { e: ['x'] } };

/** An API that knows the token `good`, whose user may get metrics as long as `allowed` says so. */
function accessTo(allowed: () => boolean) {
  const requests: { path: string; spec: Record<string, unknown> }[] = [];
  let time = 0;
  const create = (path: string, body: object): Promise<object> => {
    const { spec } = body as { spec: Record<string, unknown> };
    requests.push({ path, spec });
    if (path.endsWith('tokenreviews'))
      return Promise.resolve({ status: spec['token'] === 'good' ? { authenticated: true, user } : {} });
    return Promise.resolve({ status: { allowed: allowed() } });
  };
  const pass = (milliseconds: number): void => {
    time += milliseconds;
  };
  return { access: new ScrapeAccess({ create }, () => time), requests, pass };
}

describe('who may get metrics', () => {
  it('is whom the API knows by his token and permits it, with all that it knows of him', async () => {
    const { access, requests } = accessTo(() => true);

    expect(await access.accessOf('good')).toBe('allowed');
    expect(requests[1]?.spec).toEqual({
      user: 'prometheus',
      groups: ['g'],
      uid: 'u',
      extra: { e: ['x'] },
      nonResourceAttributes: { path: '/metrics', verb: 'get' },
    });
  });

  it('is not whom it does not know or permit', async () => {
    const { access } = accessTo(() => false);

    expect([await access.accessOf('bad'), await access.accessOf('good')]).toEqual(['unauthenticated', 'forbidden']);
  });

  it('is asked again after a minute, and sooner about who was refused', async () => {
    let allowed = false;
    const { access, requests, pass } = accessTo(() => allowed);
    await access.accessOf('good');
    allowed = true;
    expect(await access.accessOf('good')).toBe('forbidden');
    pass(10_000);
    expect(await access.accessOf('good')).toBe('allowed');
    allowed = false;
    pass(59_999);
    expect([await access.accessOf('good'), requests.length]).toEqual(['allowed', 4]);
    pass(1);
    expect(await access.accessOf('good')).toBe('forbidden');
  });

  it('is forgotten when others asked meanwhile, and no token is kept as it is', async () => {
    const { access, requests } = accessTo(() => true);
    await access.accessOf('good');
    for (let other = 0; other < 64; other += 1) await access.accessOf(String(other));
    const before = requests.length;
    await access.accessOf('good');

    expect(requests.length).toBe(before + 2);
    expect(JSON.stringify([...(access as unknown as { known: Map<string, unknown> }).known])).not.toContain('good');
  });

  it('is not asked about many at once', async () => {
    const { access } = accessTo(() => true);
    const answers = await Promise.all(Array.from({ length: 6 }, (_, index) => access.accessOf(String(index))));

    expect(answers.filter((answer) => answer === 'busy')).toHaveLength(2);
  });
});
