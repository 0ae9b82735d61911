import type { Fact } from '@calico-readiness/requirements';
import { observed } from '@calico-readiness/requirements';
import type { HostFiles } from '../../host/host-files';

/** Runlevels that systemd-sysv-generator(8) ties to multi-user.target and graphical.target. */
const bootRunlevels = ['etc/rc2.d', 'etc/rc3.d', 'etc/rc4.d', 'etc/rc5.d'] as const;

/**
 * Units that systemd would generate from init scripts at the next boot, with whether they start then (null where
 * that could not be seen). Empty on a running host, where the generator has done so and its directories show it.
 */
export async function sysvScriptStates(
  files: HostFiles,
  units: readonly string[],
): Promise<Fact<ReadonlyMap<string, boolean | null>>> {
  const source = 'etc/init.d';
  const nothing = observed(new Map<string, boolean | null>(), source);
  const booted = await files.kind('run/systemd/system');
  if (booted.status === 'observed' && booted.value === 'directory') return nothing;
  const scripts = await files.list(source);
  if (scripts.status === 'unavailable')
    return scripts.reason === 'not-found' || scripts.reason === 'malformed' ? nothing : scripts;
  const runlevels = await Promise.all(bootRunlevels.map((path) => files.list(path)));
  const links = runlevels.flatMap((names) => (names.status === 'observed' ? names.value : []));
  const complete = runlevels.every((names) => names.status === 'observed' || names.reason === 'not-found');
  const starts = (script: string): boolean | null =>
    links.some((link) => /^S\d\d/.test(link) && link.slice(3) === script) || (complete ? false : null);
  const installed = units
    .map((unit) => unit.replace(/\.service$/, ''))
    .filter((script) => scripts.value.includes(script));
  return observed(new Map(installed.map((script) => [`${script}.service`, starts(script)])), source);
}
