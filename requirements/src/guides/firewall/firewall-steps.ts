import { msg } from '../../model/message';
import { chooseNode, onNode, revertCommands } from '../change-commands';
import type { Instruction } from '../guide';
import type { GuidePlatform } from '../guide-platform';
import type { GuideSituation } from '../guide-situation';
import type { HostChange } from '../host-change';
import { firewallUnits } from './firewall-managers';

/** The units that are masked. */
export const change = (situation: GuideSituation): HostChange => ({ files: [], maskedUnits: firewallUnits(situation) });

const look = (situation: GuideSituation): string[] =>
  firewallUnits(situation).length === 0
    ? []
    : [
        `systemctl is-active ${firewallUnits(situation).join(' ')}`,
        `systemctl is-enabled ${firewallUnits(situation).join(' ')}`,
      ];

const maskedUnits = (platform: GuidePlatform, situation: GuideSituation): Instruction => ({
  text: msg('Every unit is inactive and masked. The finding turns to Pass with the next report of the node.'),
  commands:
    platform === 'rhcos' ? [chooseNode(situation.exampleNode), ...look(situation).map(onNode)] : look(situation),
});

/** How to have the units back. */
export function undo(platform: GuidePlatform, situation: GuideSituation): Instruction {
  const units = firewallUnits(situation);
  if (units.length === 0) return { text: msg('Enable the unit again, and put back what was taken out of it.') };
  return platform === 'rhcos'
    ? {
        text: msg(
          'Deleting the MachineConfig removes the mask and rolls out again, with the same disruption. A unit that was enabled before has to be enabled again.',
        ),
      }
    : {
        text: msg('Unmask the units; enable the one that you want back.'),
        commands: [
          ...revertCommands(change(situation)),
          ...units.slice(0, 1).map((unit) => `systemctl enable --now ${unit}`),
        ],
      };
}

/** What to look at once it is done. */
export const verification = (platform: GuidePlatform, situation: GuideSituation): readonly Instruction[] => [
  ...(situation.ruleLoaders.length === 0
    ? []
    : [
        {
          text: msg(
            'No unit loads rules that drop, reject or replace what Calico needs. A unit that still loads rules stays a warning.',
          ),
        },
      ]),
  ...(firewallUnits(situation).length === 0 ? [] : [maskedUnits(platform, situation)]),
];
