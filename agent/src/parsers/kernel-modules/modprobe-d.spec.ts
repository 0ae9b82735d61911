import * as fc from 'fast-check';
import { parseModprobeD } from './modprobe-d';
import { malformed, parsed } from '../parsed';

describe('parseModprobeD', () => {
  it.each([
    ['blacklist vxlan\n', [{ keyword: 'blacklist', module: 'vxlan' }]],
    ['blacklist vxlan', [{ keyword: 'blacklist', module: 'vxlan' }]],
    [' \t blacklist\tip-set\n', [{ keyword: 'blacklist', module: 'ip_set' }]],
    ['blacklist vxlan # why\n', [{ keyword: 'blacklist', module: 'vxlan' }]],
    ['install ip-set /bin/false\n', [{ keyword: 'install', pattern: 'ip_set', command: '/bin/false' }]],
    [
      'install xt_[a-m]* /bin/true; echo no\n',
      [{ keyword: 'install', pattern: 'xt_[a-m]*', command: '/bin/true; echo no' }],
    ],
    ['install xt_mark \\\n /bin/false\n', [{ keyword: 'install', pattern: 'xt_mark', command: '/bin/false' }]],
    ['install xt\\_mark /bin/false\n', [{ keyword: 'install', pattern: 'xt_mark', command: '/bin/false' }]],
    ['alias rtnl-link-vxlan off\n', [{ keyword: 'alias', pattern: 'rtnl_link_vxlan', module: 'off' }]],
    ['options vxlan udp_port=4789\nremove a b\n', []],
    ['softdep xt-LOG pre: nf-log-syslog\n', [{ keyword: 'softdep', pattern: 'xt_LOG', modules: ['nf_log_syslog'] }]],
    ['softdep a b pre: c d\tpost: e\n', [{ keyword: 'softdep', pattern: 'a', modules: ['c', 'd', 'e'] }]],
    [
      'softdep a pre:\nsoftdep a b\nsoftdep a\n',
      [
        { keyword: 'softdep', pattern: 'a', modules: [] },
        { keyword: 'softdep', pattern: 'a', modules: [] },
      ],
    ],
    ['# blacklist vxlan\n', []],
    ['#\\\nblacklist vxlan\n', []],
    ['\\# x\nblacklist vxlan\n', [{ keyword: 'blacklist', module: 'vxlan' }]],
    ['Blacklist vxlan\nBLACKLIST vxlan\n', []],
    ['blacklist\ninstall vxlan\nalias vxlan\n', []],
    ['blacklist vxlan\r\n', [{ keyword: 'blacklist', module: 'vxlan\r' }]],
    ['install vxlan /bin/false\r\n', [{ keyword: 'install', pattern: 'vxlan', command: '/bin/false\r' }]],
    ['', []],
  ])('reads %j as kmod does', (text, directives) => {
    expect(parseModprobeD(text)).toEqual(parsed(directives));
  });

  it('says that binary data is none', () => {
    expect(parseModprobeD('blacklist vxlan\n\u0000\u0001')).toEqual(malformed('holds binary data'));
  });

  it('finds a blacklist line whatever other lines are around it', () => {
    const other = fc.string({ unit: fc.constantFrom('a', ' ', '#', '"', '=', '-', 'install', '\t') });
    fc.assert(
      fc.property(fc.array(other), fc.array(other), (before, after) => {
        const result = parseModprobeD([...before, 'blacklist xt_set', ...after, ''].join('\n'));
        expect(result.status === 'parsed' && result.value.filter((line) => line.keyword === 'blacklist')).toEqual([
          { keyword: 'blacklist', module: 'xt_set' },
        ]);
      }),
    );
  });

  it('keeps dashes in brackets that close, and only there', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '-', '[', ']'), minLength: 1, maxLength: 9 }), (text) => {
        const pattern = text.replaceAll(/\[[^\]]*\]|-/g, (part) => (part === '-' ? '_' : part));
        expect(parseModprobeD(`install ${text} b\n`)).toEqual(parsed([{ keyword: 'install', pattern, command: 'b' }]));
      }),
      { numRuns: 2000 },
    );
  });

  it('never fails', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) =>
        ['parsed', 'malformed'].includes(parseModprobeD(text).status),
      ),
    );
  });
});
