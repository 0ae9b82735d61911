import { inEnglish } from '../../model/message';
import { defaultProfileValues } from '../../model/profile-defaults';
import type { ToldCause } from './told-cause';
import { toldCauseSentence } from './told-cause';

const flow: Pick<ToldCause, 'flows' | 'pairs'> = { flows: ['vxlan-IPv4'], pairs: 1412 };
const [from, to, bothWays] = ['zone-a', 'zone-c', true];

describe('the sentence of a cause', () => {
  it.each<[ToldCause, string]>([
    [{ ...flow, kind: 'everywhere' }, 'UDP 4789 is filtered between all nodes: 1,412 pairs'],
    [{ ...flow, kind: 'path', from, to }, 'UDP 4789 from zone-a to zone-c is filtered: 1,412 pairs'],
    [{ ...flow, kind: 'path', from, to, bothWays }, 'UDP 4789 between zone-a and zone-c is filtered: 1,412 pairs'],
    [{ ...flow, kind: 'path', from, to, pairs: 1 }, 'UDP 4789 from zone-a to zone-c is filtered'],
    [{ ...flow, kind: 'group', to }, 'UDP 4789 to zone-c is filtered: 1,412 pairs'],
    [{ ...flow, kind: 'group', from }, 'UDP 4789 from zone-a is filtered: 1,412 pairs'],
    [{ ...flow, kind: 'group', from, bothWays }, 'UDP 4789 from and to zone-a is filtered: 1,412 pairs'],
    [{ ...flow, kind: 'target', to }, 'UDP 4789 to zone-c is filtered: 1,412 pairs'],
    [{ ...flow, kind: 'source', from, bothWays }, 'UDP 4789 from and to zone-a is filtered: 1,412 pairs'],
    [{ ...flow, kind: 'pair', from, to, pairs: 1 }, 'UDP 4789 from zone-a to zone-c is filtered'],
    [{ ...flow, kind: 'pair', from, to, pairs: 2, bothWays }, 'UDP 4789 between zone-a and zone-c is filtered'],
    [
      { ...flow, kind: 'target', to, flows: ['vxlan-IPv4', 'vxlan-IPv4-large', 'ipip-IPv4'] },
      'UDP 4789, IP protocol 4 to zone-c is filtered: 1,412 pairs',
    ],
  ])('of %j', (cause, sentence) => {
    const written = (pairs: number): string => new Intl.NumberFormat('en').format(pairs);
    expect(inEnglish(toldCauseSentence(cause, defaultProfileValues.ports, written))).toBe(sentence);
  });
});
