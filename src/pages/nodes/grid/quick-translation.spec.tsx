import { render } from '@testing-library/react';
import { catalogue } from '@calico-readiness/requirements';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import type { ReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import { quickTranslation } from './quick-translation';

function translationOfPages(): ReadinessTranslation {
  let found: ReadinessTranslation | undefined;
  const Reader = () => {
    found = useReadinessTranslation();
    return null;
  };
  render(<Reader />);
  return found!;
}

describe('the translation of a grid', () => {
  const slow = translationOfPages();
  const asked: unknown[] = [];
  const spied: ReadinessTranslation = {
    ...slow,
    t: ((...words: Parameters<ReadinessTranslation['t']>) => {
      asked.push(words[0]);
      return slow.t(...words);
    }) as ReadinessTranslation['t'],
  };
  const { t, message } = quickTranslation(spied);
  beforeEach(() => {
    asked.length = 0;
  });

  it.each<readonly [string, Record<string, unknown>]>([
    ['Pass', {}],
    ['{{requirement}}, {{verdict}}, {{node}}', { requirement: 'Kernel', verdict: 'Fail', node: 'worker-1' }],
    ['{{requirement}}, {{verdict}}, {{node}}', { requirement: 'Kernel', verdict: '$1 $& \\1', node: '' }],
    ['{{some}} of {{all}}', { some: '1,234', all: '\uE000\uE001' }],
    ['{{some}} of {{number}} nodes', { some: '1', count: 1, number: '1' }],
    ['{{some}} of {{number}} nodes', { some: '1', count: 5, number: '5' }],
    ['{{some}} of {{all}}', { some: '1' }],
  ])('says of %j with %j what the translation says', (key, values) => {
    for (let time = 0; time < 2; time += 1) expect(t(key, values)).toBe(slow.t(key, values));
  });

  it('takes no value for a place of another', () => {
    const said = t('{{requirement}}, {{verdict}}, {{node}}', {
      requirement: '{{verdict}}',
      verdict: 'Fail',
      node: 'a',
    });
    expect(said).toBe('{{verdict}}, Fail, a');
  });

  it('asks once for a sentence, whatever its values', () => {
    const sentence = '{{requirement}}, was {{before}}, would be {{after}}, {{node}}';
    for (const node of ['a', 'b', 'c']) t(sentence, { requirement: 'Kernel', before: 'Pass', after: 'Fail', node });
    expect(asked).toEqual([sentence]);
  });

  it('says the sentences of the catalogue', () => {
    for (const { shortTitle } of [...catalogue, ...catalogue])
      expect(message(shortTitle)).toBe(slow.message(shortTitle));
  });
});
