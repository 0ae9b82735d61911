import { accessTokenFrom } from './access-token';
import { UsageError } from './usage-error';

const given = (CALICO_READINESS_TOKEN: string): string => accessTokenFrom({ CALICO_READINESS_TOKEN });

describe('the token that lets in', () => {
  it('is new and of 256 bits at each start', () => {
    const tokens = new Set(Array.from({ length: 100 }, () => accessTokenFrom({})));
    expect(tokens.size).toBe(100);
    for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/);
  });

  it.each(['0123456789abcdef', 'A.b_c~d-'.repeat(32)])('may be given: %s', (token) => {
    expect(given(token)).toBe(token);
  });

  it.each([
    ['', 'has 0 characters'],
    ['0123456789abcde', 'has 15 characters'],
    ['x'.repeat(257), 'has 257 characters'],
    ['0123456789abcdef ', 'a character other than'],
    ['0123456789abcdef\n', 'a character other than'],
    ['0123456789/+abcdef==', 'a character other than'],
    ['Schlüsselbund-Schlüssel', 'a character other than'],
  ])('is refused, and not quoted: %j', (token, reason) => {
    const start = () => given(token);
    expect(start).toThrow(UsageError);
    expect(start).toThrow(reason);
    if (token !== '') expect(start).not.toThrow(token);
  });
});
