import { parseDeviceType } from './device-uevent';
import { parsed } from './parsed';

describe('the kind of a network device', () => {
  it.each([
    ['DEVTYPE=vxlan\nINTERFACE=vxlan_sys_4789\nIFINDEX=2\n', 'vxlan'],
    ['INTERFACE=lo\nIFINDEX=1\n', ''],
    ['INTERFACE=XDEVTYPE=vxlan\n', ''],
    ['', ''],
  ])('%j: %s', (text, kind) => expect(parseDeviceType(text)).toEqual(parsed(kind)));

  it('is not known from half a file', () => {
    expect(parseDeviceType('DEVTYPE=vx').status).toBe('malformed');
  });
});
