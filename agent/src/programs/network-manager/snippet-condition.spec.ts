import { snippetTakesPart } from './snippet-condition';
import type { Answer } from '../three-valued';

describe('a snippet with the condition', () => {
  it.each<[string, Answer]>([
    ['yes', true],
    ['0', false],
    ['', false],
    ['garbage', false],
    ['env:TAG', null],
    ['nm-version-min:1.20', null],
    ['NM-VERSION:1.42.4;nm-version-max:1.3', null],
    ['nm-version:1.x', false],
    ['except:nm-version:1.2.3', null],
    ['except:garbage', true],
    ['env:TAG;except:garbage', null],
  ])('enable=%s takes part: %j', (enable, expected) => {
    expect(snippetTakesPart([{ name: '.config', values: new Map([['enable', enable]]) }])).toBe(expected);
  });

  it('takes part without a condition', () => {
    expect(snippetTakesPart([{ name: 'config', values: new Map([['enable', '0']]) }])).toBe(true);
  });
});
