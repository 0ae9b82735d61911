import { msg } from '../../model/message';
import { chooseNode, onNode } from '../change-commands';
import type { Guide, Instruction } from '../guide';
import type { GuidePlatform } from '../guide-platform';
import type { GuideSituation } from '../guide-situation';
import type { HostChange } from '../host-change';

const units = ['nm-cloud-setup.service', 'nm-cloud-setup.timer'] as const;
const look = `systemctl is-enabled ${units.join(' ')}`;

const instructions = (platform: GuidePlatform): readonly Instruction[] => [
  {
    text: msg(
      'On the affected nodes nm-cloud-setup adds routing rules that pod traffic may take. See whether the machine needs it: it gives further interfaces and addresses of a cloud machine their routes.',
    ),
    ...(platform !== 'rhcos' && { commands: ['ip rule show', 'ip route show table all'] }),
  },
  platform === 'rhcos'
    ? {
        text: msg('RHCOS does not ship nm-cloud-setup. Where a layered image brings it, leave it out there as well.'),
      }
    : {
        text: msg(
          'Disable its service and its timer, and reboot the node: the rules that it has added stay until then.',
        ),
        commands: [`systemctl disable --now ${units.join(' ')}`, 'systemctl reboot'],
      },
];

const disruption: Instruction = {
  text: msg('The reboot ends what runs on the node: drain it first, one node after another.'),
};

const verification = (platform: GuidePlatform, { exampleNode }: GuideSituation): Instruction => ({
  text: msg('Neither unit of nm-cloud-setup is enabled.'),
  commands: platform === 'rhcos' ? [chooseNode(exampleNode), onNode(look)] : [look],
});

const undo = (platform: GuidePlatform): Instruction => ({
  text: msg('Once nm-cloud-setup is enabled again, it adds its routing rules.'),
  ...(platform !== 'rhcos' && { commands: [`systemctl enable --now ${units.join(' ')}`] }),
});

/**
 * A guide about network managers with the steps against nm-cloud-setup behind its own where that acts on an affected
 * node, and instead of them where nothing else is amiss.
 */
export const withCloudSetupSteps = (guide: Guide): Guide => ({
  ...guide,
  change: (situation) => withUnits(situation, guide.change(situation)),
  hostChange: (situation) => withUnits(situation, (guide.hostChange ?? guide.change)(situation)),
  instructions: (platform, situation) => [
    ...own(situation, guide.instructions(platform, situation)),
    ...where(situation, instructions(platform)),
  ],
  disruption: (platform, situation) => [
    ...own(situation, guide.disruption(platform, situation)),
    ...where(situation, [disruption]),
  ],
  verify: (platform, situation) => [
    ...own(situation, guide.verify(platform, situation)),
    ...where(situation, [verification(platform, situation)]),
  ],
  undo: (platform, situation) => [
    ...own(situation, guide.undo(platform, situation)),
    ...where(situation, [undo(platform)]),
  ],
});

const withUnits = (situation: GuideSituation, { files, maskedUnits }: HostChange): HostChange => ({
  files: hasOwnSteps(situation) ? files : [],
  maskedUnits: situation.cloudSetupActs ? [...maskedUnits, ...units] : maskedUnits,
});

const hasOwnSteps = ({ networkManagerTakes, networkdTakes, cloudSetupActs }: GuideSituation): boolean =>
  networkManagerTakes || networkdTakes || !cloudSetupActs;

const own = (situation: GuideSituation, steps: readonly Instruction[]): readonly Instruction[] =>
  hasOwnSteps(situation) ? steps : [];

const where = ({ cloudSetupActs }: GuideSituation, steps: readonly Instruction[]): readonly Instruction[] =>
  cloudSetupActs ? steps : [];
