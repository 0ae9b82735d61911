import { msg } from '../../model/message';
import { chooseNode, onNode } from '../change-commands';
import type { Instruction } from '../guide';
import type { GuidePlatform } from '../guide-platform';

/** For a kernel whose modules an update took from the disk. */
export const rebootIntoInstalled = (platform: GuidePlatform, exampleNode: string | undefined): Instruction =>
  platform === 'rhcos'
    ? {
        text: msg(
          'The running kernel has no modules on the disk, and another kernel has: the node was updated and not rebooted. Drain the node and reboot it. Until then nothing can be loaded that is not loaded yet.',
        ),
        commands: [
          chooseNode(exampleNode),
          'oc adm drain "$NODE" --ignore-daemonsets --delete-emptydir-data',
          onNode('systemctl reboot'),
          'oc adm uncordon "$NODE"',
        ],
      }
    : {
        text: msg(
          'The running kernel has no modules on the disk, and another kernel has: the host was updated and not rebooted. Reboot it. Until then nothing can be loaded that is not loaded yet, and no package for the running kernel helps.',
        ),
        commands: ['uname -r', 'ls /lib/modules', 'systemctl reboot'],
      };

/** For a kernel that starts no modprobe when it needs a module. */
export const loadingNothing = (platform: GuidePlatform, onHost: (...commands: string[]) => string[]): Instruction[] => [
  {
    text: msg(
      'The kernel may load nothing that Calico asks for. It starts the program that kernel.modprobe names: none, an idle one, one that is gone, or an unknown one. See what it is.',
    ),
    commands: onHost('sysctl kernel.modprobe'),
  },
  {
    text:
      platform === 'other'
        ? msg(
            'Have the modules loaded at boot. On Talos the machine configuration names them under machine.kernel.modules; elsewhere a file in /etc/modules-load.d does. Where the host has modprobe, the kernel can be told to use it as well.',
          )
        : msg(
            'Have the modules loaded at boot by a file in /etc/modules-load.d. Where somebody changed kernel.modprobe by a file in /etc/sysctl.d, remove that line; its value was /sbin/modprobe before.',
          ),
    ...(platform === 'other' && { commands: ['sysctl -w kernel.modprobe=/sbin/modprobe'] }),
  },
];
