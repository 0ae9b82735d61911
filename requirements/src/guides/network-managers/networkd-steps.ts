import { msg } from '../../model/message';
import { changeCommands, revertCommands } from '../change-commands';
import type { Guide, Instruction } from '../guide';
import type { GuidePlatform } from '../guide-platform';
import type { GuideSituation } from '../guide-situation';
import type { HostChange } from '../host-change';

/** The file of systemd-networkd that leaves Calico's interfaces unmanaged. Its name sorts it before the others: the first that matches counts. */
export const calicoNetwork = [
  '[Match]',
  'Name=cali* tunl* vxlan.calico vxlan-v6.calico wireguard.cali wg-v6.cali',
  '',
  '[Link]',
  'Unmanaged=yes',
  '',
].join('\n');

const change: HostChange = {
  files: [{ path: '/etc/systemd/network/05-calico.network', content: calicoNetwork }],
  maskedUnits: [],
};

const reload = 'networkctl reload';

/** For a root shell on the host. */
const instructions = ({ networkdFiles }: GuideSituation): readonly Instruction[] => [
  ...(networkdFiles.length > 0
    ? [
        {
          text: msg(
            'On the affected nodes these files hand Calico interfaces to systemd-networkd. Of all its files, sorted by name, the first one that matches an interface counts.',
          ),
          listing: networkdFiles.map((file) => `/${file}`).join('\n'),
        },
      ]
    : []),
  {
    text: msg(
      'Write a file of systemd-networkd that sorts before the others and leaves the interfaces unmanaged, and let it read its files. If another file sorts before it, give it a name that comes first.',
    ),
    commands: ['mkdir -p /etc/systemd/network', ...changeCommands(change), reload],
    automated: true,
  },
  {
    text: msg(
      'What systemd-networkd has removed from an interface comes back when calico-node is restarted on the node. Pods that have lost their route get it back then, too.',
    ),
  },
];

const disruption: Instruction = {
  text: msg('systemd-networkd reads its files without taking an interface down.'),
};

const verification: Instruction = {
  text: msg('networkctl lists the interfaces of Calico that exist as unmanaged.'),
  commands: ['networkctl list'],
};

const undo: Instruction = {
  text: msg('Taking the file away hands the interfaces to systemd-networkd again.'),
  commands: [...revertCommands(change), reload],
};

/**
 * A guide about NetworkManager with the steps for systemd-networkd behind them where that takes Calico's interfaces, and
 * instead of them where NetworkManager takes none. RHCOS does not run networkd.
 */
export const withNetworkdSteps = (guide: Guide): Guide => ({
  ...guide,
  hostChange: (situation) => {
    const own = guide.change(situation);
    if (!situation.networkdTakes) return own;
    return { ...own, files: [...(situation.networkManagerTakes ? own.files : []), ...change.files] };
  },
  instructions: (platform, situation) => [
    ...onlyWhere(platform, situation, guide.instructions),
    ...andWhere(platform, situation, instructions(situation)),
  ],
  disruption: (platform, situation) => [
    ...onlyWhere(platform, situation, guide.disruption),
    ...andWhere(platform, situation, [disruption]),
  ],
  verify: (platform, situation) => [
    ...onlyWhere(platform, situation, guide.verify),
    ...andWhere(platform, situation, [verification]),
  ],
  undo: (platform, situation) => [
    ...onlyWhere(platform, situation, guide.undo),
    ...andWhere(platform, situation, [undo]),
  ],
});

const networkdShown = (platform: GuidePlatform, { networkdTakes }: GuideSituation): boolean =>
  platform !== 'rhcos' && networkdTakes;

/** The guide's own steps, unless only networkd is to be kept off. */
const onlyWhere = (platform: GuidePlatform, situation: GuideSituation, steps: Guide['undo']): readonly Instruction[] =>
  situation.networkManagerTakes || !networkdShown(platform, situation) ? steps(platform, situation) : [];

const andWhere = (
  platform: GuidePlatform,
  situation: GuideSituation,
  steps: readonly Instruction[],
): readonly Instruction[] => (networkdShown(platform, situation) ? steps : []);
