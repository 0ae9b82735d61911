import { errorText } from './agent-log';
import { withoutSecrets } from './secrets';

const token = 'eyJhbGciOiJSUzI1NiIsImtpZCI6IiJ9.eyJpc3MiOiJrdWJlcm5ldGVzIn0.c2lnbmF0dXJl-_x';

describe('a text without secrets', () => {
  it.each([
    [`Bearer ${token}\n is not a legal HTTP header value`, 'Bearer [redacted]\n is not a legal HTTP header value'],
    [
      `Invalid character in header content ["Authorization: bearer ${token}"]`,
      'Invalid character in header content ["Authorization: bearer [redacted]"]',
    ],
    ['Bearer sha256~a-b_c.d/e+f==', 'Bearer [redacted]'],
    [`the token ${token} has expired`, 'the token [redacted] has expired'],
    [`at https://x/?a=${token}&b`, 'at https://x/?a=[redacted]&b'],
    ['Basic dXNlcjpwYXNz', 'Basic [redacted]'],
    ['connect ECONNREFUSED 127.0.0.1:6443', 'connect ECONNREFUSED 127.0.0.1:6443'],
    ['HTTP status 401', 'HTTP status 401'],
  ])('of %j is %j', (text, expected) => expect(withoutSecrets(text)).toBe(expected));

  it('is what an error says in a log, and no longer than a line can be', () => {
    expect(errorText(new Error(`Bearer ${token}`))).toBe('Bearer [redacted]');
    expect(errorText(`Bearer ${token}`)).toBe('Bearer [redacted]');
    expect(errorText(new Error('x'.repeat(1_000_000)))).toHaveLength(2000);
  });

  it('is found in linear time', () => {
    expect(withoutSecrets(`Bearer ${'a'.repeat(5_000_000)}`)).toBe('Bearer [redacted]');
  });
});
