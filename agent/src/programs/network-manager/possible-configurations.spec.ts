import { parseNetworkManagerConf } from '../../parsers/network-manager-conf';
import { noIfupdownInterfaces } from './ifupdown-interfaces';
import { managedInterfaces } from './managed-interfaces';
import type { Snippet } from './possible-configurations';
import { possibleConfigurations } from './possible-configurations';
import type { Answer } from '../three-valued';

const groupsOf = (text: string) => {
  const result = parseNetworkManagerConf(text);
  return result.status === 'parsed' ? result.value : [];
};

const taking = (text: string, takesPart: Answer = true): Snippet => ({ groups: groupsOf(text), takesPart });
const unmanaging = '[keyfile]\nunmanaged-devices=interface-name:tunl0\n';
const internalSection = '[.intern.device-x]\nmatch-device=interface-name:=tunl0\nmanaged=0\n';

describe('whether tunl0 is managed, where files leave several configurations possible', () => {
  it.each<[string, readonly Snippet[], string, Answer]>([
    ['is decided by the only one', [taking(unmanaging)], '', false],
    ['is unknown when a snippet may take part or not', [taking(unmanaging, null)], '', null],
    [
      'is decided when a snippet that may take part says the same',
      [taking(unmanaging), taking('[device]\nmanaged=0\n', null)],
      '',
      false,
    ],
    ['is not changed by a snippet that does not take part', [taking(unmanaging, false)], '', true],
    [
      "is unknown when the daemon's own file has a device section, which NetworkManager reads since 1.58 only",
      [],
      internalSection,
      null,
    ],
    ["is decided when the daemon's own device section says the same", [taking(unmanaging)], internalSection, false],
    [
      'is unknown when an empty section, which NetworkManager keeps since 1.56, changes the order',
      [taking('[device-a]\n'), taking('[device-b]\nmanaged=0\n'), taking('[device-a]\nmanaged=1\n')],
      '',
      null,
    ],
    [
      'is decided when an empty section changes nothing',
      [taking('[device-a]\n'), taking('[device-a]\nmanaged=0\n')],
      '',
      false,
    ],
  ])('%s', (_, snippets, internal, expected) => {
    expect(
      managedInterfaces(possibleConfigurations(snippets, groupsOf(internal)), [], noIfupdownInterfaces).tunl0,
    ).toBe(expected);
  });

  it('is unknown when too many snippets may take part', () => {
    expect(
      possibleConfigurations(
        Array.from({ length: 5 }, () => taking('', null)),
        [],
      ),
    ).toBeUndefined();
  });
});
