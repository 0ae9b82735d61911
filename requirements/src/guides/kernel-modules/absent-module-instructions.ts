import type { ExtraModules } from '../../derived/extra-modules';
import { extraModules } from '../../derived/extra-modules';
import { msg } from '../../model/message';
import type { Instruction } from '../guide';
import type { GuidePlatform } from '../guide-platform';
import type { GuideSituation } from '../guide-situation';

/** For modules that the kernel was built with and whose files are not on the disk. */
export function notOnDisk(
  names: readonly string[],
  platform: GuidePlatform,
  situation: Pick<GuideSituation, 'extraModules'>,
): Instruction[] {
  const values = { modules: names.join(', ') };
  switch (platform) {
    case 'rhcos':
      return [
        {
          text: msg(
            'Not on the disk: {{modules}}. The kernel was built with them as modules, and their files are not in the image. No MachineConfig with a file can load them. RHCOS contains kernel-modules-extra, so look at what makes this image differ, or update OpenShift.',
            values,
          ),
        },
      ];
    case 'rhel':
      return [
        {
          text: msg(
            'Not on the disk: {{modules}}. The kernel was built with them as modules; their package is not installed. On RHEL 10 all xt_* modules, ip_set and nft_compat are in kernel-modules-extra. If the host was updated and not rebooted, reboot first.',
            values,
          ),
        },
        ...packages(situation, ['enterprise-linux']),
      ];
    case 'other':
      return [
        {
          text: msg(
            'Not on the disk: {{modules}}. The kernel was built with them as modules; install the distribution’s package with further modules for the running kernel. If the host was updated and not rebooted, reboot first.',
            values,
          ),
        },
        ...packages(situation, ['ubuntu']),
      ];
    default:
      return platform satisfies never;
  }
}

/** One step for each package that an affected node lacks; while nobody knows the nodes, what most hosts of the platform take. */
function packages(
  { extraModules: lacking }: Pick<GuideSituation, 'extraModules'>,
  usual: readonly string[],
): Instruction[] {
  const shown: readonly ExtraModules[] =
    lacking.length > 0 ? lacking : extraModules.filter(({ id }) => usual.includes(id));
  return shown.map(({ where, command }) => ({
    text: msg('On {{system}}, as long as its packages can be changed in place:', { system: where }),
    commands: [command],
  }));
}

/** For modules that the kernel was built without. */
export const notInKernel = (names: readonly string[], platform: GuidePlatform): Instruction[] => [
  platform === 'rhcos'
    ? {
        text: msg(
          'Not part of this kernel: {{modules}}. Neither built in nor built as modules, so no MachineConfig with a file can load them. The kernel comes with the OpenShift release: see the guide for the operating system.',
          { modules: names.join(', ') },
        ),
      }
    : {
        text: msg(
          'Not part of this kernel: {{modules}}. Neither built in nor built as modules: only another kernel helps. See the guide for the operating system.',
          { modules: names.join(', ') },
        ),
      },
];
