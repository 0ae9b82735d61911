import { msg } from '../../model/message';
import type { Instruction } from '../guide';
import type { GuidePlatform } from '../guide-platform';

const directories = '/etc/modprobe.d /run/modprobe.d /usr/local/lib/modprobe.d /usr/lib/modprobe.d /lib/modprobe.d';

/** modprobe.d(5) takes `-` and `_` for the same in a module's name. */
const eitherDash = (name: string): string => name.replace(/_/g, '[-_]');

const findLine = (keyword: string, names: readonly string[]): string =>
  `grep -rsE '^[[:space:]]*${keyword}[[:space:]]+(${names.map(eitherDash).join('|')})' ${directories}`;

const emptyFile = `storage:
  files:
  - path: /etc/modprobe.d/NAME.conf
    mode: 420
    overwrite: true
    contents:
      source: "data:,"
`;

/** Makes commands for a shell on the host ones for where the reader is. */
type OnHost = (...commands: string[]) => string[];

/** For modules that a blacklist keeps from being loaded by alias. */
export function blacklisted(names: readonly string[], platform: GuidePlatform, onHost: OnHost): Instruction[] {
  return [
    {
      text: msg(
        'Blacklisted: {{modules}}. The files are on the disk, but the kernel must not load them by alias. systemd-modules-load leaves out a blacklisted module as well, so the list of modules alone does not help. Find the line first.',
        { modules: names.join(', ') },
      ),
      commands: onHost(findLine('blacklist', names), "grep -o 'modprobe.blacklist=[^ ]*' /proc/cmdline"),
    },
    removal(platform),
    ...commandLine(platform, 'modprobe.blacklist'),
  ];
}

/** For modules that something keeps out even when they are asked for by name. */
export function blocked(names: readonly string[], platform: GuidePlatform, onHost: OnHost): Instruction[] {
  return [
    {
      text: msg(
        'Blocked: {{modules}}. An install line, module_blacklist= on the kernel command line or kernel.modules_disabled keeps them out even when they are requested by name. That is a decision, often of a security baseline: agree with its owner, then find it.',
        { modules: names.join(', ') },
      ),
      commands: onHost(
        findLine('install', names),
        "grep -o 'module_blacklist=[^ ]*' /proc/cmdline",
        'sysctl kernel.modules_disabled',
      ),
    },
    {
      text: msg(
        'The list of modules does not help against it: systemd-modules-load runs the command of an install line, too.',
      ),
    },
    {
      text: msg(
        'The lines may also name a module that one of these depends on, an alias, or a pattern. Where the value of kernel.modules_disabled is 1, take away what sets it and reboot: it cannot be set back while the kernel runs.',
      ),
    },
    removal(platform),
    ...commandLine(platform, 'module_blacklist'),
  ];
}

const removal = (platform: GuidePlatform): Instruction =>
  platform === 'rhcos'
    ? {
        text: msg(
          'Where the line stands in a file: an empty file of the same name in /etc/modprobe.d replaces the whole file, whichever directory it is in. Add this entry to the MachineConfig, with the name that was found. If the file has other lines that must stay, write those instead of nothing.',
        ),
        listing: emptyFile,
      }
    : {
        text: msg(
          'Where the line stands in a file in /etc: delete the line. In a file that a package brought: an empty file of the same name in /etc/modprobe.d replaces the whole file and survives updates. If the file has other lines that must stay, copy it and delete the line in the copy.',
        ),
        commands: ['touch /etc/modprobe.d/NAME.conf'],
      };

function commandLine(platform: GuidePlatform, parameter: string): Instruction[] {
  const values = { parameter };
  switch (platform) {
    case 'rhcos':
      return [
        {
          text: msg(
            'Where {{parameter}} stands on the kernel command line: a MachineConfig with kernelArguments put it there. Change or delete that one; another MachineConfig can only add arguments.',
            values,
          ),
          commands: ["oc get machineconfig -o custom-columns='NAME:.metadata.name,ARGUMENTS:.spec.kernelArguments'"],
        },
      ];
    case 'rhel':
      return [
        {
          text: msg('Where {{parameter}} stands on the kernel command line: remove it and reboot.', values),
          commands: [`grubby --update-kernel=ALL --remove-args=${parameter}`],
        },
      ];
    case 'other':
      return [
        {
          text: msg(
            'Where {{parameter}} stands on the kernel command line: remove it from the boot loader’s configuration and reboot.',
            values,
          ),
        },
      ];
    default:
      return platform satisfies never;
  }
}
