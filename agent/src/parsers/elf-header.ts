import type { Parsed } from './parsed';
import { malformed, parsed } from './parsed';

/** Names that `uname -m` has for e_machine (elf.h), for 64-bit and 32-bit, little-endian and big-endian programs. */
const machines: Readonly<Record<string, string>> = {
  '62/64/little': 'x86_64',
  '183/64/little': 'aarch64',
  '183/64/big': 'aarch64_be',
  '21/64/little': 'ppc64le',
  '21/64/big': 'ppc64',
  '22/64/big': 's390x',
  '22/32/big': 's390',
  '3/32/little': 'i686',
  '40/32/little': 'armv7l',
  '243/64/little': 'riscv64',
  '258/64/little': 'loongarch64',
};

const magic = [0x7f, 0x45, 0x4c, 0x46];
const headerBytes = 20;

/** The processor that an ELF program (elf(5)) is built for, as `uname -m` names it. */
export function parseElfMachine(bytes: Uint8Array): Parsed<string> {
  if (bytes.byteLength < headerBytes || magic.some((byte, index) => bytes[index] !== byte))
    return malformed('is no ELF program');
  const bits = bytes[4] === 2 ? 64 : 32;
  const littleEndian = bytes[5] === 1;
  const machine = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint16(18, littleEndian);
  const name = machines[`${String(machine)}/${String(bits)}/${littleEndian ? 'little' : 'big'}`];
  return name === undefined ? malformed('is built for a processor without a name here') : parsed(name);
}
