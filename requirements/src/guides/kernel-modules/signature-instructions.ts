import { msg } from '../../model/message';
import type { Instruction } from '../guide';
import type { GuidePlatform } from '../guide-platform';

/** Makes commands for a shell on the host ones for where the reader is. */
type OnHost = (...commands: string[]) => string[];

const look = (names: readonly string[]): string[] =>
  names.flatMap((name) => [`modinfo --field filename ${name}`, `modinfo --field signer ${name}`]);

const enforcement = ['cat /sys/kernel/security/lockdown', 'cat /sys/module/module/parameters/sig_enforce'];

/** For modules without a signature on a kernel that takes signed ones only. */
export const unsigned = (names: readonly string[], onHost: OnHost): Instruction[] => [
  {
    text: msg(
      'Not signed: {{modules}}. Their files were not built with this kernel (DKMS, akmods, or a package of another vendor). Under lockdown or module.sig_enforce=1 the kernel takes signed modules only: “Required key not available”.',
      { modules: names.join(', ') },
    ),
    commands: onHost(...look(names), ...enforcement),
  },
  {
    text: msg(
      'Where the kernel has the module of its own, remove the other one. Else sign it with a machine owner key, enrol that key with mokutil and reboot. DKMS and akmods sign what they build once they have a key.',
    ),
    commands: onHost('mokutil --sb-state', 'mokutil --list-enrolled'),
  },
  {
    text: msg(
      'Do not turn off Secure Boot or lockdown for it without the consent of their owner: the next unsigned module would load as well.',
    ),
  },
];

/** For modules whose signature only the kernel can check. */
export const unverified = (names: readonly string[], platform: GuidePlatform, onHost: OnHost): Instruction[] => [
  {
    text: msg(
      'Not built with this kernel: {{modules}}. The kernel may refuse their signature: files do not show whether it has the key. Load them once; a loaded module counts.',
      { modules: names.join(', ') },
    ),
    commands: [
      ...onHost(...look(names), ...enforcement),
      // What loads modules on RHCOS is a MachineConfig with the list, or Calico itself.
      ...(platform === 'rhcos' ? [] : names.map((name) => `modprobe ${name}`)),
    ],
  },
  {
    text: msg(
      'Where that fails with “Required key not available”, enrol the signer’s key with mokutil and reboot. Where it works, have them loaded at every boot.',
    ),
  },
];
