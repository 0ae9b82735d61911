import type { Capabilities } from '@calico-readiness/requirements';
import { capabilityNames } from './capability-names';
import type { Parsed } from '../parsed';
import { malformed, parsed } from '../parsed';

/** `/proc/PID/status` (proc_pid_status(5)): the capability bounding set. A bit without a name here is left out. */
export function parseCapabilities(text: string): Parsed<Capabilities> {
  const hexadecimal = /^CapBnd:\s*([0-9a-fA-F]{16}|[0-9a-fA-F]{8})\s*$/m.exec(text)?.[1];
  if (hexadecimal === undefined) return malformed('has no line CapBnd');
  const set = BigInt(`0x${hexadecimal}`);
  return parsed({ bounding: capabilityNames.filter((_name, bit) => (set >> BigInt(bit)) & 1n) });
}

/** `/proc/PID/status`: the name of the process, as far as the kernel keeps it (15 characters). */
export const parseProcessName = (text: string): string | undefined => /^Name:\t(.*)$/m.exec(text)?.[1];
