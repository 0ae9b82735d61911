import { endianness } from 'node:os';
import { openRaw } from './raw-socket';

/** BPF_RET with 0: a program of classic BPF that lets no packet through (linux/filter.h). */
function nothingPasses(): Uint8Array {
  const program = Buffer.alloc(8);
  if (endianness() === 'BE') program.writeUInt16BE(6);
  else program.writeUInt16LE(6);
  return program;
}

/** Why this process cannot open a raw socket; undefined where it can. Opens one, and closes it at once. */
export function rawSocketProblem(): string | undefined {
  const socket = openRaw({ family: 4, protocol: 'udp', filter: nothingPasses() });
  if (typeof socket === 'string') return socket;
  socket.close();
  return undefined;
}
