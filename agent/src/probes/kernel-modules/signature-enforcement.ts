import type { Fact } from '@calico-readiness/requirements';
import type { HostFiles } from '../../host/host-files';
import type { KernelConfigFile, SymbolValue } from '../../parsers/kernel-config';
import { parseLockdown } from '../../parsers/lockdown';
import { enforcesSignatures } from '../../parsers/proc/signature-parameter';
import { readParsed } from '../read-parsed';

/** Whether the running kernel takes signed modules only; `unseen` when what decides it could not be read. */
export type SignatureEnforcement = 'yes' | 'no' | 'unseen';

/**
 * Lockdown from `integrity` on (kernel_lockdown(7)) and `module.sig_enforce` (module-signing.rst) each have the kernel refuse
 * a module without a signature that it can verify (module_sig_check in kernel/module/signing.c).
 */
export async function readSignatureEnforcement(
  files: HostFiles,
  config: Fact<KernelConfigFile>,
): Promise<SignatureEnforcement> {
  const answers = await Promise.all([lockdownEnforces(files, config), parameterEnforces(files, config)]);
  return (['yes', 'unseen'] as const).find((answer) => answers.includes(answer)) ?? 'no';
}

const security = 'sys/kernel/security';

/** The older forms of lockdown: RHEL 7 has a secure level, which is above 0 under Secure Boot; RHEL 8's kernel may show neither file. */
const lockdownSymbols = ['SECURITY_LOCKDOWN_LSM', 'LOCK_DOWN_KERNEL', 'SECURITY_SECURELEVEL'];

async function lockdownEnforces(files: HostFiles, config: Fact<KernelConfigFile>): Promise<SignatureEnforcement> {
  const lockdown = await readParsed(files, `${security}/lockdown`, parseLockdown);
  if (lockdown.status === 'observed') return lockdown.value === 'none' ? 'no' : 'yes';
  if (lockdown.reason !== 'not-found') return 'unseen';
  const level = await files.readText(`${security}/securelevel`);
  if (level.status === 'observed' && /^-?\d{1,3}\n?$/.test(level.value)) return Number(level.value) > 0 ? 'yes' : 'no';
  // With the feature the kernel always makes the file: it is only out of sight.
  return lockdownSymbols.every((symbol) => valueOf(symbol, config) === 'n') ? 'no' : 'unseen';
}

async function parameterEnforces(files: HostFiles, config: Fact<KernelConfigFile>): Promise<SignatureEnforcement> {
  const forced = valueOf('MODULE_SIG_FORCE', config);
  if (forced === 'y') return 'yes';
  const [parameter, commandLine] = await Promise.all([
    files.readText('sys/module/module/parameters/sig_enforce'),
    files.readText('proc/cmdline'),
  ]);
  if (commandLine.status === 'observed' && enforcesSignatures(commandLine.value)) return 'yes';
  if (parameter.status === 'observed' && /^[YN]\n?$/.test(parameter.value))
    return parameter.value.startsWith('Y') ? 'yes' : 'no';
  if (valueOf('MODULE_SIG', config) === 'n') return 'no';
  return commandLine.status === 'observed' && forced === 'n' ? 'no' : 'unseen';
}

/** A symbol that a complete configuration does not list is off. */
function valueOf(symbol: string, config: Fact<KernelConfigFile>): SymbolValue | undefined {
  if (config.status === 'unavailable') return undefined;
  return config.value.symbols.get(symbol) ?? (config.value.complete ? 'n' : undefined);
}
