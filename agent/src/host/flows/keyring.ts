import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Seals what agents say to one another over the flows that they test, with a key for each epoch. */
export interface Keyring {
  /** The first 16 bytes of HMAC-SHA-256 (RFC 2104, truncated by its section 5) with the key of an epoch. */
  tag(epoch: number, bytes: Uint8Array): Uint8Array;
  /** Whether a tag is the one of these bytes, in a time that does not depend on where it differs. */
  matches(epoch: number, bytes: Uint8Array, tag: Uint8Array): boolean;
  /** A number below 2^32 that two who have the same secret make of a text, and by which nobody else learns anything of it. */
  fingerprint(text: string): number;
  /** As many bytes of chance. */
  random(bytes: number): Uint8Array;
}

const tagBytes = 16;
/** The epochs before, now and after are asked for, and one more while they change. */
const mostKeys = 4;

/** The keys of a secret: that of an epoch is HMAC-SHA-256(secret, 'epoch ' + its number). */
export function keyringOf(secret: Uint8Array): Keyring {
  const keys = new Map<number, Buffer>();
  const keyOf = (epoch: number): Buffer => {
    const key =
      keys.get(epoch) ??
      createHmac('sha256', secret)
        .update(`epoch ${String(epoch)}`)
        .digest();
    if (!keys.has(epoch) && keys.size >= mostKeys) keys.clear();
    keys.set(epoch, key);
    return key;
  };
  const tag = (epoch: number, bytes: Uint8Array): Buffer =>
    createHmac('sha256', keyOf(epoch)).update(bytes).digest().subarray(0, tagBytes);
  return {
    tag,
    matches: (epoch, bytes, given) => given.length === tagBytes && timingSafeEqual(tag(epoch, bytes), given),
    fingerprint: (text) => createHmac('sha256', secret).update(`fingerprint ${text}`).digest().readUInt32BE(0),
    random: randomBytes,
  };
}
