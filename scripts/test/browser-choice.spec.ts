import { chooseBrowser } from './browser-choice';

const places = {
  named: undefined,
  directories: ['/usr/local/bin', '/usr/bin'],
  others: ['/playwright', '/downloaded'],
};
const choose = (there: readonly string[], named?: string) =>
  chooseBrowser({ ...places, named }, (file) => there.includes(file));

test('the named browser comes before one on PATH', () => {
  expect(choose(['/opt/chromium', '/usr/bin/chromium'], '/opt/chromium')).toBe('/opt/chromium');
});

test('a named browser that is not there is an error, and no other browser replaces it', () => {
  expect(() => choose(['/usr/bin/chromium'], '/opt/chromium')).toThrow(/CHROMIUM_PATH is \/opt\/chromium/);
});

test('an empty name is none', () => {
  expect(choose(['/usr/bin/chromium'], '')).toBe('/usr/bin/chromium');
});

test('a browser on PATH comes before those that are somewhere else', () => {
  expect(choose(['/usr/bin/google-chrome', '/playwright', '/downloaded'])).toBe('/usr/bin/google-chrome');
});

test('the earlier directory of PATH wins', () => {
  expect(choose(['/usr/bin/chromium', '/usr/local/bin/chromium'])).toBe('/usr/local/bin/chromium');
});

test("Playwright's own browser comes before the downloaded one", () => {
  expect(choose(['/downloaded', '/playwright'])).toBe('/playwright');
  expect(choose(['/downloaded'])).toBe('/downloaded');
});

test('there may be none', () => {
  expect(choose([])).toBeUndefined();
});
