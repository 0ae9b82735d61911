import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** 256 random bits, in characters that an address, a cookie and a header take as they are. */
export const randomSecret = (): string => randomBytes(32).toString('base64url');

/**
 * Whether the candidate is the secret. The time it takes does not tell where they differ; digests, because
 * timingSafeEqual takes equal lengths only.
 */
export const isSecret = (candidate: string, secret: string): boolean =>
  timingSafeEqual(digest(candidate), digest(secret));
