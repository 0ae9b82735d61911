import type { Row } from './guest-network-manager-settings';
import { calico, documented, every, later, openShift, tunnels, withoutRule } from './guest-network-manager-settings';

/** What a stock system has, what documents ask for, and what OpenShift brings. */
export const documentedRows: readonly Row[] = [
  ['stock', {}],
  ['stock, devices made later', {}, 'after'],
  ['documented', documented],
  ['documented, devices made later', documented, 'after'],
  ['OpenShift', openShift],
  ['OpenShift, devices made later', openShift, 'after'],
  ['OpenShift and documented', { ...openShift, ...documented }],
  [
    'OpenShift and [device], which is lost',
    { ...openShift, ...calico('[device]', `match-device=${every}`, 'managed=0') },
  ],
  [
    'OpenShift and [device-calico]',
    { ...openShift, ...calico('[device-calico]', `match-device=${every}`, 'managed=0') },
  ],
  [
    'OpenShift and a later [device]',
    { ...openShift, ...withoutRule, ...later('[device]', `match-device=${tunnels}`, 'managed=0') },
  ],
  ['OpenShift and match-device+=', { ...openShift, ...later('[device]', `match-device+=${tunnels}`) }],
  ['OpenShift, without the udev rule', { ...openShift, ...withoutRule }],
  ['without the udev rule', withoutRule],
  ['without the udev rule, devices made later', withoutRule, 'after'],
];
