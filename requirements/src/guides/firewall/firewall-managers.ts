import { msg } from '../../model/message';
import type { Instruction } from '../guide';
import type { GuidePlatform } from '../guide-platform';
import type { GuideSituation } from '../guide-situation';

/** The units of the affected nodes; firewalld, the one the document names, while nothing is affected. */
export const firewallUnits = ({ firewallUnits: units, ruleLoaders }: GuideSituation): readonly string[] =>
  units.length > 0 || ruleLoaders.length > 0 ? units : ['firewalld.service'];

/** What has to be done before a manager is stopped that leaves rules behind, or takes those of others along. */
export function managersThatNeedCare(platform: GuidePlatform, situation: GuideSituation): Instruction[] {
  const has = (unit: string): boolean => firewallUnits(situation).includes(unit);
  return [
    ...(has('ufw.service') && platform !== 'rhcos'
      ? [
          {
            text: msg(
              'The rules of ufw can be in force while its unit is stopped, even masked. Switch them off first.',
            ),
            commands: ['ufw disable'],
          },
        ]
      : []),
    ...((has('csf.service') || has('lfd.service')) && platform !== 'rhcos'
      ? [
          {
            text: msg(
              'csf loads its rules without its units as well. Switch it off first. Stopping it flushes every chain, those of Calico and kube-proxy included: drain the node before, and restart it afterwards.',
            ),
            commands: ['csf -x'],
          },
        ]
      : []),
    ...(has('nftables.service')
      ? [
          {
            text: msg(
              'Stopping nftables.service flushes the whole ruleset, the rules of Calico and kube-proxy included. Drain the node first, and restart it when the unit is masked.',
            ),
          },
        ]
      : []),
  ];
}

/** Units that no list of managers knows: what they load may be harmless, and what else they do nobody knows. */
export const unitsOfTheHost = ({ ruleLoaders }: GuideSituation): Instruction[] =>
  ruleLoaders.length === 0
    ? []
    : [
        {
          text: msg(
            'These units of the affected nodes load rules of their own. See with systemctl cat what each of them loads. Take out what drops, rejects or replaces what Calico needs, or disable the unit.',
          ),
          listing: ruleLoaders.join('\n'),
        },
      ];
