import type { Parsed } from '../parsed';
import { malformed, parsed } from '../parsed';

const elf = [0x7f, 0x45, 0x4c, 0x46];
const mark = new TextEncoder().encode('~Module signature appended~\n');

/**
 * Whether a kernel module, decompressed, ends in the mark of a signature (module-signing.rst). Whose signature it is,
 * and whether the kernel has the key, the mark does not say.
 */
export function parseSignatureMark(module: Uint8Array): Parsed<boolean> {
  if (elf.some((byte, index) => module[index] !== byte)) return malformed('is no ELF file');
  const end = module.subarray(-mark.length);
  return parsed(end.length === mark.length && mark.every((byte, index) => end[index] === byte));
}
