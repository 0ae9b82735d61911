import { createHmac } from 'node:crypto';
import { keyringOf } from './keyring';

const secret = Uint8Array.from({ length: 32 }, (_, index) => index);
const bytes = Uint8Array.from([1, 2, 3]);

describe('the keys of a secret', () => {
  it('are one for each epoch, and seal with half of an HMAC', () => {
    const key = createHmac('sha256', secret).update('epoch 1000').digest();
    const expected = createHmac('sha256', key).update(bytes).digest().subarray(0, 16);
    expect(keyringOf(secret).tag(1000, bytes)).toEqual(expected);
  });

  it('match what they sealed, and neither another epoch, other bytes nor a part of a tag', () => {
    const ring = keyringOf(secret);
    const tag = ring.tag(1000, bytes);
    expect(ring.matches(1000, bytes, tag)).toBe(true);
    expect(ring.matches(1001, bytes, tag)).toBe(false);
    expect(ring.matches(1000, bytes.subarray(1), tag)).toBe(false);
    expect(ring.matches(1000, bytes, tag.subarray(1))).toBe(false);
  });

  it('are the same however many epochs were asked for between', () => {
    const ring = keyringOf(secret);
    const tag = ring.tag(1, bytes);
    for (let epoch = 2; epoch < 20; epoch += 1) ring.tag(epoch, bytes);
    expect(ring.matches(1, bytes, tag)).toBe(true);
  });
});
