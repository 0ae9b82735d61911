import { growthOf, linear } from '../../../test/growth/growth';
import { parseSystemdNetwork } from '../../parsers/systemd-network';
import { calicoLinks } from './calico-links';
import { matchesLink } from './match-section';

const assignmentsOf = (text: string) => {
  const result = parseSystemdNetwork(text);
  return result.status === 'parsed' ? result.value : [];
};
const link = (text: string): unknown =>
  matchesLink(assignmentsOf(text), calicoLinks.tunl0[0]!, { kernelCommandLine: ['quiet'] });

describe('the steps that tell what networkd takes', () => {
  it.each<readonly [string, (size: number) => unknown]>([
    ['assignments of one key', (size) => link(`[Match]\n${'Name=a\n'.repeat(size)}`)],
    ['words of one key', (size) => link(`[Match]\nName=${'a* '.repeat(size)}\n`)],
    ['addresses', (size) => link(`[Match]\nMACAddress=${'ee:ee:ee:ee:ee:ee '.repeat(size)}\n`)],
  ])('grow no faster than what they are given: %s', (_, call) => {
    expect(growthOf(call, 300)).toBeLessThan(linear);
  });
});
