import type { Fact } from '@calico-readiness/requirements';
import type { HostFiles } from '../../host/host-files';
import type { KernelConfigFile, SymbolValue } from '../../parsers/kernel-config';
import { parseLockdown } from '../../parsers/lockdown';
import { kernelCommandLineWords } from '../../parsers/proc/kernel-command-line';
import { enforcesSignatures } from '../../parsers/proc/signature-parameter';
import { readParsed } from '../read-parsed';
import { readSecureBoot } from './secure-boot';
import { longestLockdown } from '../lockdown';
import { longestCommandLine } from '../kernel-command-line';
import { writtenValue } from '../kept-symbols';

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

/** Both make a file below securityfs; RHEL 7 has a secure level, which is above 0 under Secure Boot. */
const symbolsWithFile = ['SECURITY_LOCKDOWN_LSM', 'SECURITY_SECURELEVEL'];

async function lockdownEnforces(files: HostFiles, config: Fact<KernelConfigFile>): Promise<SignatureEnforcement> {
  const lockdown = await readParsed(files, `${security}/lockdown`, parseLockdown, longestLockdown);
  if (lockdown.status === 'observed') return lockdown.value === 'none' ? 'no' : 'yes';
  if (lockdown.reason !== 'not-found') return 'unseen';
  const level = await files.readText(`${security}/securelevel`);
  if (level.status === 'observed' && /^-?\d{1,3}\n?$/.test(level.value)) return Number(level.value) > 0 ? 'yes' : 'no';
  // A symbol that only kernels before the security module of Linux 5.4 have.
  if (valueOf('LOCK_DOWN_KERNEL', config) === 'y') return withoutFile(files);
  // With the feature the kernel always makes the file: it is only out of sight.
  return [...symbolsWithFile, 'LOCK_DOWN_KERNEL'].every((symbol) => valueOf(symbol, config) === 'n') ? 'no' : 'unseen';
}

/** RHEL 8's lockdown has no file. Secure Boot turns it on, or a word on the kernel's command line. */
async function withoutFile(files: HostFiles): Promise<SignatureEnforcement> {
  const [secureBoot, commandLine] = await Promise.all([
    readSecureBoot(files),
    files.readText('proc/cmdline', longestCommandLine),
  ]);
  if (secureBoot !== 'no') return secureBoot;
  const words = commandLine.status === 'observed' ? kernelCommandLineWords(commandLine.value) : undefined;
  return words?.some((word) => /^lockdown(?:=|$)/.test(word)) === false ? 'no' : 'unseen';
}

async function parameterEnforces(files: HostFiles, config: Fact<KernelConfigFile>): Promise<SignatureEnforcement> {
  if (valueOf('MODULE_SIG_FORCE', config) === 'y') return 'yes';
  const [parameter, commandLine] = await Promise.all([
    files.readText('sys/module/module/parameters/sig_enforce'),
    files.readText('proc/cmdline', longestCommandLine),
  ]);
  if (commandLine.status === 'observed' && enforcesSignatures(commandLine.value)) return 'yes';
  if (parameter.status === 'observed' && /^[YN]\n?$/.test(parameter.value))
    return parameter.value.startsWith('Y') ? 'yes' : 'no';
  // It can be turned on while the kernel runs, so that a command line without it proves nothing.
  return valueOf('MODULE_SIG', config) === 'n' ? 'no' : 'unseen';
}

/** A symbol that a complete configuration does not list is off. */
function valueOf(symbol: string, config: Fact<KernelConfigFile>): SymbolValue | undefined {
  if (config.status === 'unavailable') return undefined;
  return writtenValue(config.value, symbol) ?? (config.value.complete ? 'n' : undefined);
}
