import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { librariesBelow } from '../../test/debian-packages';
import { pathOfProgram } from '../reference-programs';
import { emulatorProgram, guestKernel, unpackedEmulator } from './guest-packages';

/** One run of the emulator. */
interface Emulation {
  /** Where it writes what arrives on the guest's serial lines: the kernel's to `console`, the script's to `results`. */
  readonly directory: string;
  readonly initramfs: string;
  /** Added to the kernel's command line. */
  readonly commandLine: string;
  /** Megabytes. */
  readonly memory: number;
  /** Milliseconds after which it is ended. */
  readonly longestRun: number;
}

/** Runs the emulator to its end, and returns what it and the guest's kernel complained of. */
export function emulate({ directory, initramfs, commandLine, memory, longestRun }: Emulation): Promise<string> {
  const own = pathOfProgram(emulatorProgram);
  const share = join(unpackedEmulator, 'usr/share');
  const firmware = ['qemu', 'seabios'].flatMap((name) => ['-L', join(share, name)]);
  const parameters = [
    ...(own === undefined ? firmware : []),
    '-nographic',
    '-no-reboot',
    '-nodefaults',
    '-net',
    'none',
    '-m',
    String(memory),
    '-smp',
    '1',
    '-accel',
    'tcg',
    '-serial',
    `file:${join(directory, 'console')}`,
    '-serial',
    `file:${join(directory, 'results')}`,
    '-kernel',
    guestKernel,
    '-initrd',
    initramfs,
    '-append',
    // Without its check the kernel takes no timer for broken that comes late because the emulator had to wait.
    `console=ttyS0 quiet no_timer_check panic=-1 mitigations=off rdinit=/init ${commandLine}`,
  ];
  const environment =
    own === undefined ? { ...process.env, LD_LIBRARY_PATH: librariesBelow(unpackedEmulator).join(':') } : process.env;
  return new Promise((resolve, reject) => {
    const emulator = spawn(own ?? join(unpackedEmulator, 'usr/bin', emulatorProgram), parameters, {
      env: environment,
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: longestRun,
      killSignal: 'SIGKILL',
    });
    let errors = '';
    emulator.stderr.on('data', (text: Buffer) => {
      errors += text.toString();
    });
    emulator.once('error', reject);
    emulator.once('close', (status, signal) => {
      const kernel = join(directory, 'console');
      resolve(
        `status ${String(status ?? signal)}; ${errors}; ${existsSync(kernel) ? readFileSync(kernel, 'utf8').slice(-1000) : ''}`,
      );
    });
  });
}
