import { msg } from '../../model/message';
import type { Instruction } from '../guide';
import type { GuidePlatform } from '../guide-platform';
import type { GuideSituation } from '../guide-situation';

/** The units of the affected nodes; firewalld, the one the document names, while none is affected. */
export const firewallUnits = (situation: GuideSituation): readonly string[] =>
  situation.firewallUnits.length > 0 ? situation.firewallUnits : ['firewalld.service'];

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
