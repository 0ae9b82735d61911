import { parseNetworkManagerConf } from '../../parsers/network-manager-conf';
import { calicoDevices } from '../calico-devices';
import { noIfupdownInterfaces } from './ifupdown-interfaces';
import { managedDecision } from './managed-decision';
import { mergeConfiguration } from './merge-configuration';
import type { Answer } from '../three-valued';

const decide = (text: string, byUdev: Answer) => {
  const result = parseNetworkManagerConf(text);
  const configuration = mergeConfiguration(result.status === 'parsed' ? [result.value] : []);
  return managedDecision(configuration, noIfupdownInterfaces)(calicoDevices.tunl0[0]!, byUdev);
};

const listed = '[keyfile]\nunmanaged-devices=interface-name:tunl*\n';

describe('whether tunl0 is managed', () => {
  it.each<[string, string, Answer, Answer]>([
    ['without configuration and rule: yes', '', false, true],
    ['without configuration and with a udev rule: no', '', true, false],
    ['without configuration and with unknown rules: unknown', '', null, null],
    ['when it is listed: no', listed, false, false],
    ['when it is listed and a section says managed: no', `${listed}[device]\nmanaged=1\n`, false, false],
    ['when only others are listed: yes', '[keyfile]\nunmanaged-devices=interface-name:cali*\n', false, true],
    ['when the list cannot be known: unknown', '[keyfile]\nunmanaged-devices=driver:ipip/1\n', false, null],
    [
      'when the list cannot be known and a section says no: no',
      '[keyfile]\nunmanaged-devices=driver:ipip/1\n[device]\nmanaged=0\n',
      false,
      false,
    ],
    ['by a section for all: no', '[device]\nmanaged=0\n', false, false],
    ['by a section that matches: no', '[device-tunnels]\nmatch-device=driver:ipip\nmanaged=false\n', null, false],
    ['by a section that does not match: yes', '[device-pods]\nmatch-device=driver:veth\nmanaged=0\n', false, true],
    ['by a section with an empty match: yes', '[device]\nmatch-device=\nmanaged=0\n', false, true],
    ['by a section that beats the udev rule: yes', '[device]\nmanaged=1\n', true, true],
    ['by a value that is no boolean, which acts as yes', '[device]\nmanaged=n\n', true, true],
    ['by an empty value, which acts as yes', '[device]\nmanaged=\n', true, true],
    ['by a quoted value, which acts as yes', '[device]\nmanaged="0"\n', true, true],
    ['by a value that is no UTF-8, which does not count', '[device]\nmanaged=\uFFFD\n', true, false],
    ['by the first of two sections', '[device-a]\nmanaged=0\n[device-b]\nmanaged=1\n', false, false],
    ['by any section before [device]', '[device]\nmanaged=1\n[device-a]\nmanaged=0\n', false, false],
    ['by a section whose name only starts so', '[devicefoo]\nmanaged=0\n', false, false],
    ['by a section with a colon', '[device:x]\nmanaged=0\n', false, false],
    ['not by a section in capitals', '[Device]\nmanaged=0\n', false, true],
    [
      'not by a section that has another property only',
      '[device-a]\nwifi.backend=iwd\n[device]\nmanaged=0\n',
      false,
      false,
    ],
    ['until a section that stops the search', '[device-a]\nstop-match=1\n[device]\nmanaged=0\n', false, true],
    [
      'past a section that would stop it and does not match',
      '[device-a]\nmatch-device=tunl1\nstop-match=1\n[device]\nmanaged=0\n',
      false,
      false,
    ],
    [
      'by two sections of which one is unknown and both agree',
      '[device-a]\nmatch-device=driver:ipip/1\nmanaged=0\n[device]\nmanaged=0\n',
      false,
      false,
    ],
    [
      'by two sections of which one is unknown and they differ',
      '[device-a]\nmatch-device=driver:ipip/1\nmanaged=0\n[device]\nmanaged=1\n',
      false,
      null,
    ],
    [
      'by one section of which it is unknown whether it matches',
      '[device-a]\nmatch-device=dhcp-plugin:internal\nmanaged=0\n',
      false,
      null,
    ],
  ])('%s', (_, text, byUdev, expected) => {
    expect(decide(text, byUdev)).toBe(expected);
  });
});
