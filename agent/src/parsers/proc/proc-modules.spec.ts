import * as fc from 'fast-check';
import { malformed, parsed } from '../parsed';
import { parseProcModules } from './proc-modules';

describe('parseProcModules', () => {
  it.each([
    ['an empty table', '', []],
    ['a plain module', 'xt_set 20480 0 - Live 0x0000000000000000\n', ['xt_set']],
    [
      'users and taint',
      'ip_set 61440 2 xt_set,ip_set_hash_net, Live 0xffffffffc0a00000\nwg 1 0 - Live 0xffffffffc0a00000 (OE)\n',
      ['ip_set', 'wg'],
    ],
    ['a kernel that cannot unload', 'ip_set 61440 - - Live 0x00000000\n', ['ip_set']],
    ['one that comes and one that goes', 'a 1 1 - Loading 0x0\nb 1 0 - Unloading 0x0\nc 1 0 - Live 0x0\n', ['c']],
  ])('reads %s', (_case, text, names) => {
    expect(parseProcModules(text)).toEqual(parsed(new Set(names)));
  });

  it.each([
    ['binary data', '\u007fELF\u0000\u0001'],
    ['a line that is cut off', 'xt_set 20480 0 - Live 0x0000000000000000\nip_set 61440 2 xt_'],
    ['another file', 'kernel/net/netfilter/xt_set.ko: kernel/net/netfilter/x_tables.ko\n'],
  ])('does not take %s for the list of modules', (_case, text) => {
    expect(parseProcModules(text)).toEqual(malformed('a line is not in the format of /proc/modules'));
  });

  it('finds every live module among others', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,20}$/);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(name, fc.constantFrom('Live', 'Loading', 'Unloading')), { maxLength: 30 }),
        (entries) => {
          const text = entries.map(([module, state]) => `${module} 4096 0 - ${state} 0x0\n`).join('');
          const live = entries.filter(([, state]) => state === 'Live').map(([module]) => module);
          expect(parseProcModules(text)).toEqual(parsed(new Set(live)));
        },
      ),
    );
  });
});
