import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { download } from '../../agent/test/download';

/**
 * An npm package (MIT; Chromium's own licence is BSD) that brings a headless Chromium for any Linux with glibc on
 * amd64, with the libraries and a font that a small machine lacks. It is no dependency, because only machines without
 * a browser need its 70 MB; and it is unpacked here, because its own code needs a later Node.js than ours.
 */
const chromiumPackage = {
  name: '@sparticuz/chromium',
  version: '153.0.0',
  file: 'sparticuz-chromium-153.0.0.tgz',
  sha512: 'jiGWqSvPMdu4+P9TilYqAR7yEGPEHINx+lCvE/NqNO/EHYzF/x1hUiI5T6ioVIt7dEy7n88byyT0vk+dnsgQwA==',
};

/** Beside the other things that can be made again; `npm ci` takes it away. */
const cache = path.join(import.meta.dirname, '../../node_modules/.cache/chromium');
const unpacked = path.join(cache, 'unpacked');

/** A program that starts the downloaded browser; it is there only once that has been seen to run. */
export const downloadedChromium = path.join(cache, 'chromium');

/** Downloads the package, unpacks it below node_modules and lets the browser say its version; nothing is installed. */
export function fetchChromium(): void {
  if (process.platform !== 'linux' || process.arch !== 'x64') return;
  const archives = path.join(cache, 'archives');
  const { name, version, file, sha512 } = chromiumPackage;
  rmSync(cache, { recursive: true, force: true });
  const came = download({
    what: `Chromium (${name} ${version})`,
    directory: archives,
    command: ['npm', 'pack', '--loglevel=error', `${name}@${version}`],
  });
  if (!came) return;
  const archive = path.join(archives, file);
  const digest = createHash('sha512').update(readFileSync(archive)).digest('base64');
  if (digest !== sha512) throw new Error(`${name} ${version}: what npm downloaded is not what was published.`);
  unpack(archive);
  rmSync(archives, { recursive: true });
  writeFileSync(`${downloadedChromium}.new`, starter(), { mode: 0o755 });
  run(`${downloadedChromium}.new`, '--version');
  renameSync(`${downloadedChromium}.new`, downloadedChromium);
}

function unpack(archive: string): void {
  mkdirSync(unpacked, { recursive: true });
  run('tar', '-xzf', archive, '-C', unpacked, '--strip-components=2', 'package/bin');
  decompress('chromium.br', 'program', 0o755);
  for (const name of ['al2023', 'swiftshader', 'fonts']) {
    decompress(`${name}.tar.br`, `${name}.tar`, 0o644);
    run('tar', '-xf', path.join(unpacked, `${name}.tar`), '-C', unpacked);
    rmSync(path.join(unpacked, `${name}.tar`));
  }
  // The package's own looks for fonts in places of another system. Only its font is used: pictures are alike everywhere.
  writeFileSync(path.join(unpacked, 'fonts.conf'), fontConfiguration);
}

function decompress(from: string, to: string, mode: number): void {
  writeFileSync(path.join(unpacked, to), brotliDecompressSync(readFileSync(path.join(unpacked, from))), { mode });
  rmSync(path.join(unpacked, from));
}

const fontConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/** One path for the browser with what it needs around it, so that nobody who starts it has to know of that. */
const starter = (): string => `#!/bin/sh
here=\${0%/*}/unpacked
export FONTCONFIG_FILE="$here/fonts.conf" XDG_CACHE_HOME="$here/cache"
export LD_LIBRARY_PATH="\${LD_LIBRARY_PATH:+$LD_LIBRARY_PATH:}$here/lib"
exec "$here/program" "$@"
`;

function run(program: string, ...parameters: readonly string[]): void {
  const { status, error, stderr } = spawnSync(program, parameters, { encoding: 'utf8', timeout: 60_000 });
  if (status === 0) return;
  throw new Error(`The downloaded Chromium can't be used here: ${program}: ${error?.message ?? stderr.trim()}`);
}
