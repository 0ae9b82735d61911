import type { Lockdown } from '@calico-readiness/requirements';
import type { Parsed } from './parsed';
import { malformed, parsed } from './parsed';

/** `/sys/kernel/security/lockdown` (kernel_lockdown(7)): the level in brackets is the one in force. */
export function parseLockdown(text: string): Parsed<Lockdown> {
  const level = /^(?:\w+ )*\[(none|integrity|confidentiality)\](?: \w+)*\n?$/.exec(text)?.[1];
  return level === undefined ? malformed('has no level of kernel lockdown in brackets') : parsed(level as Lockdown);
}
