import { readFileSync, statSync } from 'node:fs';
import type { Keyring } from '../../host/flows/keyring';
import { keyringOf } from '../../host/flows/keyring';
import { UsageError } from '../exit-status';

/** As many as HMAC-SHA-256 is made for (RFC 2104), and no file that somebody named by mistake. */
const [least, most] = [32, 4096] as const;

/** The keys of a `--key-file`: at least 32 bytes that both hosts have, and nobody else. Throws UsageError. */
export function readKeyFile(path: string): Keyring {
  let bytes: Uint8Array;
  try {
    const status = statSync(path);
    if (!status.isFile()) throw new Error('it is no file');
    if (status.size < least || status.size > most)
      throw new Error(`it has ${String(status.size)} bytes, and a key has from ${String(least)} to ${String(most)}`);
    bytes = readFileSync(path);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`Key file ${path} cannot be used: ${reason}. To make one: head -c 32 /dev/urandom > ${path}`);
  }
  return keyringOf(bytes);
}
