/** How much may still be done at once; a whole number of tokens, and when the last one came. Milliseconds since 1970. */
export interface TokenBucket {
  readonly tokens: number;
  readonly filledAt: number;
}

/** How many tokens a bucket holds, and after how many milliseconds one more comes. */
export interface BucketSize {
  readonly burst: number;
  readonly interval: number;
}

/** The bucket at a later time. A clock that went back brings nothing, and begins from there. */
export function filledBucket(bucket: TokenBucket, { burst, interval }: BucketSize, now: number): TokenBucket {
  if (now < bucket.filledAt) return { tokens: bucket.tokens, filledAt: now };
  const come = Math.floor((now - bucket.filledAt) / interval);
  return { tokens: Math.min(burst, bucket.tokens + come), filledAt: bucket.filledAt + come * interval };
}

/** A full bucket. */
export const fullBucket = ({ burst }: BucketSize, now: number): TokenBucket => ({ tokens: burst, filledAt: now });
