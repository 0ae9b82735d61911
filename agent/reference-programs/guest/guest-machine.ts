import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { appendFile, copyFile, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { HostTree } from '../../test/temporary-host';
import { emulate } from './guest-emulator';
import { guestInitramfs, packInitramfs } from './guest-packages';
import type { GuestAnswers } from './guest-script';
import { answersIn, preamble } from './guest-script';

/** One boot of the guest. */
export interface GuestRun {
  /** Added to the guest's root directory. */
  readonly files: HostTree;
  /** Files and directories of this machine, by their paths in the guest. */
  readonly copies?: Readonly<Record<string, string>>;
  /** Lines for sh, which `ask` with `answer` of guest-script.ts. */
  readonly script: string;
  /** Added to the kernel's command line. */
  readonly commandLine?: string;
  /** Megabytes, of which half are for files. */
  readonly memory?: number;
}

/** Three or four minutes where nothing else runs; this only ends a guest that hangs. */
export const longestRun = 25 * 60_000;

/**
 * Boots the guest, runs a script in it in place of an init, and returns what that answered. Throws when the guest does not
 * come to the script's end. Nothing is left of it afterwards.
 */
export async function runGuest({
  files,
  copies = {},
  script,
  commandLine = '',
  memory = 768,
}: GuestRun): Promise<GuestAnswers> {
  const directory = mkdtempSync(join(tmpdir(), 'calico-readiness-guest-'));
  try {
    const tree = join(directory, 'tree');
    writeTree(tree, { ...files, script: `${preamble}\n${script}\nanswer end poweroff -f\n` });
    for (const [path, from] of Object.entries(copies)) cpSync(from, join(tree, path), { recursive: true });
    writeFileSync(join(tree, 'init'), init, { mode: 0o755 });
    const own = join(directory, 'own');
    if (!packInitramfs(tree, own)) throw new Error('cpio failed');
    const initramfs = join(directory, 'initramfs');
    await copyFile(guestInitramfs, initramfs);
    await appendFile(initramfs, await readFile(own));
    const errors = await emulate({ directory, initramfs, commandLine, memory, longestRun });
    const results = join(directory, 'results');
    const text = existsSync(results) ? readFileSync(results, 'utf8') : '';
    if (!/^@begin end\r?$/m.test(text))
      throw new Error(`the guest did not come to its end: ${errors}\n${text.slice(-2000)}`);
    return answersIn(text);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function writeTree(root: string, files: HostTree): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(path.endsWith('/') ? join(root, path) : dirname(join(root, path)), { recursive: true });
    if (path.endsWith('/')) continue;
    if (typeof content === 'string' || content instanceof Uint8Array) writeFileSync(join(root, path), content);
    else symlinkSync(content.linkTo, join(root, path));
  }
}

/** The second serial line is the script's; the kernel has the first to itself. */
const init = `#!/usr/bin/busybox sh
export PATH=/usr/sbin:/usr/bin:/opt/busybox LC_ALL=C
/usr/bin/busybox mount -t proc none /proc
/usr/bin/busybox mount -t sysfs none /sys
/usr/bin/busybox mount -t devtmpfs none /dev
/usr/bin/busybox mkdir -p /opt/busybox
/usr/bin/busybox --install -s /opt/busybox
exec /usr/bin/dash /script >/dev/ttyS1 2>&1 </dev/null
`;
