import { countSteps } from './count-steps';
import { growthOf } from './growth';

const of = (call: (text: string) => unknown): number => growthOf((size) => call('a '.repeat(size)));

describe('the growth of steps', () => {
  it.each<[string, (text: string) => unknown]>([
    ['a loop over characters', (text) => [...Array(text.length).keys()].map((at) => text.charAt(at))],
    ['a regular expression that is anchored', (text) => /^[a ]*$/.test(text)],
    ['a split and a look at each part', (text) => text.split(' ').filter((part) => part.startsWith('a'))],
    ['a set of what is known', (text) => text.split(' ').filter((part, _, all) => new Set(['b']).has(part) && all)],
  ])('is twofold for %s', (_, call) => {
    expect(of(call)).toBeGreaterThan(1.8);
    expect(of(call)).toBeLessThan(2.2);
  });

  it.each<[string, (text: string) => unknown]>([
    ['a search for the end from every start', (text) => `${text}b`.search(/[a ]+$/)],
    ['brackets that do not close', (text) => text.replaceAll(' ', '[').match(/\[[^\]]*\]|[^]/g)],
    [
      'a list that is looked through for each item',
      (text) => text.split(' ').filter((part, _, all) => all.includes(`${part}b`)),
    ],
    [
      'a list that is copied for each item',
      (text) => text.split(' ').reduce<string[]>((all, part) => [...all, part], []),
    ],
    ['two repeats side by side', (text) => /^[a ]*[ a]*b/.test(text)],
  ])('is fourfold for %s', (_, call) => {
    expect(of(call)).toBeGreaterThan(3);
  });

  it('leaves everything as it was', () => {
    const before = [String.prototype.charAt, Array.prototype.map, RegExp.prototype.exec, Buffer.prototype.toString];
    countSteps(() => 'a'.charAt(0));
    expect([String.prototype.charAt, Array.prototype.map, RegExp.prototype.exec, Buffer.prototype.toString]).toEqual(
      before,
    );
  });
});
