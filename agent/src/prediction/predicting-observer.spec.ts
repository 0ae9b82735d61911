import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fixtureHosts } from '../../test/fixture-hosts';
import { fixtureProfiles } from '../../test/fixture-profiles';
import * as predictions from './guide-predictions';
import { predictingObserver } from './predicting-observer';

const profile = fixtureProfiles.default;
let root: string;

const copyOf = (name: string): void => {
  cpSync(fixtureHosts.find((host) => host.name === name)!.root, root, { recursive: true, verbatimSymlinks: true });
};
const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const last = 'etc/NetworkManager/conf.d/~~~~~last.conf';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'predicting-observer-'));
  vi.spyOn(predictions, 'predictGuides');
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  rmSync(root, { recursive: true, force: true });
});

describe('an observer that predicts', () => {
  it('takes a prediction over while the host is as it was, and predicts anew once it is not', async () => {
    copyOf('rhcos-4.20');
    const observe = predictingObserver({ hostRoot: root });
    const first = await observe(profile);
    expect(first.predictions?.get('networkmanager-ignores-tunl')).toEqual({
      guide: 'networkmanager',
      verdict: 'Pass',
      reason: 'InterfaceIgnored',
    });
    for (let again = 0; again < 3; again += 1) expect((await observe(profile)).predictions).toBe(first.predictions);
    expect(predictions.predictGuides).toHaveBeenCalledTimes(1);

    write(last, '[keyfile]\nunmanaged-devices=interface-name:eth1\n');
    expect((await observe(profile)).predictions?.get('networkmanager-ignores-tunl')).toMatchObject({ verdict: 'Fail' });
    expect(predictions.predictGuides).toHaveBeenCalledTimes(2);
  });

  it('predicts anew for another profile', async () => {
    copyOf('rhcos-4.20');
    const observe = predictingObserver({ hostRoot: root });
    await observe(profile);
    const { predictions: other } = await observe(fixtureProfiles['all features']);
    expect([...(other?.keys() ?? [])]).toEqual([
      'networkmanager-ignores-vxlan-calico',
      'networkmanager-ignores-wireguard-cali',
    ]);
  });

  it('predicts anew after a quarter of an hour, for what no observation of now reads', async () => {
    copyOf('rhcos-4.20');
    const observe = predictingObserver({ hostRoot: root });
    await observe(profile);
    const now = performance.now();
    vi.spyOn(performance, 'now').mockImplementation(() => now + 900_001);
    await observe(profile);
    expect(predictions.predictGuides).toHaveBeenCalledTimes(2);
  });

  it('does nothing for a host that needs no guide', async () => {
    copyOf('debian-12-rt-amd64-prepared');
    expect(await predictingObserver({ hostRoot: root })(profile)).not.toHaveProperty('predictions');
    expect(predictions.predictGuides).not.toHaveBeenCalled();
  });

  it('says the same of the host without predictions where they fail, and does not try at once again', async () => {
    copyOf('rhcos-4.20');
    const error = new Error('broken');
    vi.mocked(predictions.predictGuides).mockRejectedValue(error);
    const predictionFailed = vi.fn();
    const observe = predictingObserver({ hostRoot: root, predictionFailed });
    const seen = await observe(profile);
    expect(seen).not.toHaveProperty('predictions');
    expect(seen.verdict).toBe('NotReady');
    await observe(profile);
    expect(predictionFailed.mock.calls).toEqual([[error]]);
  });

  it('writes nothing to the host', async () => {
    copyOf('rhel-9.4-firewalld');
    const before = readdirSync(root, { recursive: true });
    await predictingObserver({ hostRoot: root })(profile);
    expect(readdirSync(root, { recursive: true })).toEqual(before);
  });
});
