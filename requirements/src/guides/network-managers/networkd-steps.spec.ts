import type { GuidePlatform } from '../guide-platform';
import type { GuideSituation } from '../guide-situation';
import { noSituation } from '../guide-situation';
import { networkManagerGuide } from './networkmanager-guide';

const networkdOnly: GuideSituation = {
  ...noSituation,
  networkManagerTakes: false,
  networkdTakes: true,
  networkdFiles: ['etc/systemd/network/10-all.network'],
};
const both: GuideSituation = { ...networkdOnly, networkManagerTakes: true };

const commands = (
  platform: GuidePlatform,
  situation: GuideSituation,
  part: 'instructions' | 'verify' | 'undo',
): string =>
  networkManagerGuide[part](platform, situation)
    .flatMap((step) => step.commands ?? [])
    .join('\n');

describe('the guide where systemd-networkd takes interfaces', () => {
  it.each(['rhel', 'other'] as const)(
    'has the steps for it, and none for NetworkManager, on the platform %s',
    (platform) => {
      expect(commands(platform, networkdOnly, 'instructions')).toMatch(
        /05-calico\.network[^]*Unmanaged=yes[^]*networkctl reload/,
      );
      expect(commands(platform, networkdOnly, 'verify')).toBe('networkctl list');
      expect(commands(platform, networkdOnly, 'undo')).toBe(
        'rm /etc/systemd/network/05-calico.network\nnetworkctl reload',
      );
      expect(networkManagerGuide.instructions(platform, networkdOnly).map(({ listing }) => listing)).toContain(
        '/etc/systemd/network/10-all.network',
      );
    },
  );

  it.each(['instructions', 'verify', 'undo'] as const)(
    'has the steps for both in its %s where both take some',
    (part) => {
      expect(commands('other', both, part)).toMatch(/NetworkManager[^]*networkctl/);
    },
  );

  it.each([
    ['rhcos', networkdOnly],
    ['rhcos', noSituation],
    ['other', noSituation],
  ] as const)('has those for NetworkManager only on the platform %s otherwise', (platform, situation) => {
    expect(commands(platform, situation, 'instructions')).toContain('NetworkManager');
    expect(commands(platform, situation, 'instructions')).not.toContain('networkctl');
  });
});
