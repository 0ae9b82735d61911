import { msg } from '../../model/message';
import { chooseNode, changeCommands, onNode, revertCommands } from '../change-commands';
import type { Guide } from '../guide';
import type { GuideSituation } from '../guide-situation';
import type { HostChange } from '../host-change';
import { noHostChange } from '../host-change';
import { moduleStateInstructions } from './module-state-instructions';
import { officialLinks } from '../official-links';

const path = '/etc/modules-load.d/calico.conf';

/**
 * The modules that are on the disk of an affected node and not in its kernel. What is missing from the
 * disk is left out: systemd-modules-load would fail on it at every boot.
 */
const modulesToLoad = ({ modules }: GuideSituation): string[] =>
  [...new Set([...(modules.loadable ?? []), ...(modules.blacklisted ?? []), ...(modules.blocked ?? [])])].sort();

const change = (situation: GuideSituation): HostChange => {
  const names = modulesToLoad(situation);
  return names.length === 0 ? noHostChange : { files: [{ path, content: `${names.join('\n')}\n` }], maskedUnits: [] };
};

/** Commands that show where a module's file is and whether it is loaded; with a few names that every cluster needs while nobody lacks any. */
const look = (situation: GuideSituation): string[] => {
  const { 'configured-only': notInstalled = [], missing = [] } = situation.modules;
  const lacking = [...new Set([...modulesToLoad(situation), ...notInstalled, ...missing])].sort();
  const names = lacking.length === 0 ? ['ip_set', 'nf_conntrack', 'xt_set'] : lacking;
  return [`modinfo --field filename ${names.join(' ')}`, `grep -wE '${names.join('|')}' /proc/modules`];
};

export const kernelModulesGuide: Guide = {
  id: 'kernel-modules',
  title: msg('Make the kernel modules that Calico needs available'),
  shortTitle: msg('Kernel modules'),
  summary: msg(
    'Most of these modules load themselves when Calico asks for them. Where they do not, the fix depends on whether they are blacklisted, blocked, not signed, not on the disk or not in the kernel.',
  ),
  harm: [
    msg(
      'Without a match or a target, Calico cannot write its rules. calico-node keeps failing and the node gets no policy and no routes for new pods.',
    ),
    msg(
      'Without the module of the tunnel in use, the device is never created and pods on this node cannot reach pods on other nodes.',
    ),
    msg(
      'A blacklist line is enough: the kernel asks for these modules by alias, and a blacklist suppresses exactly that. modprobe by hand still works.',
    ),
  ],
  advice: [
    'Tip: If you are using one of the recommended distributions, you will already satisfy these.',
    'Due to the large number of distributions and kernel version out there, it’s hard to be precise about the names of the particular kernel modules that are required to run Calico.',
  ],
  change,
  instructions: (platform, situation) => [
    ...moduleStateInstructions(platform, situation),
    ...(platform !== 'rhcos' && modulesToLoad(situation).length > 0
      ? [
          {
            text: msg('Load the modules now, and at every boot from a list.'),
            commands: [
              ...modulesToLoad(situation).map((name) => `modprobe ${name}`),
              ...changeCommands(change(situation)),
            ],
            automated: true as const,
          },
        ]
      : []),
  ],
  disruption: (platform) =>
    platform === 'rhcos'
      ? [
          {
            text: msg(
              'The Machine Config Operator drains and reboots every node of every pool that the MachineConfig reaches. The list is read at boot, so it is the reboot that loads the modules.',
            ),
          },
        ]
      : [
          {
            text: msg(
              'Loading a module disturbs nothing that runs. A new kernel or a change of its command line needs a reboot.',
            ),
          },
        ],
  verify: (platform, situation) => [
    {
      text: msg(
        'modinfo names the file of each module, or says that it is built in; what is loaded is in /proc/modules. The finding turns to Pass with the next report of the node, even if the module is not loaded yet but nothing keeps it out.',
      ),
      commands:
        platform === 'rhcos' ? [chooseNode(situation.exampleNode), ...look(situation).map(onNode)] : look(situation),
    },
  ],
  undo: (platform, situation) => [
    {
      text: msg(
        'Put a line back where you took it, and remove a package that you installed. Modules that are missing then keep Calico from working again.',
      ),
    },
    {
      text: msg('Without the list, modules load on demand again. A loaded module stays loaded until the next boot.'),
      ...(platform !== 'rhcos' && { commands: revertCommands(change(situation)) }),
    },
  ],
  links: [officialLinks.requirements, officialLinks.rhelKernel, officialLinks.sctp, officialLinks.machineConfiguration],
};
