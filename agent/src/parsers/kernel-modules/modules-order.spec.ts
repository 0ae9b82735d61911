import { malformed, parsed } from '../parsed';
import { parseModulesOrder } from './modules-order';

describe('parseModulesOrder', () => {
  it('names the files that the kernel’s build made', () => {
    expect(parseModulesOrder('kernel/net/netfilter/xt_set.ko\nkernel/net/netfilter/x_tables.ko\n')).toEqual(
      parsed(new Set(['kernel/net/netfilter/xt_set.ko', 'kernel/net/netfilter/x_tables.ko'])),
    );
  });

  it.each([
    ['', 'names no module'],
    ['kernel/net/xt_set.ko\nkernel/net/x_tab', 'ends within a line: it was cut off'],
    ['kernel/net/xt_set.ko.xz\n', 'a line is not a module file'],
    ['kernel/net/xt_set\n', 'a line is not a module file'],
    ['kernel/\0.ko\n', 'holds binary data'],
  ])('makes nothing of %j', (text, detail) => expect(parseModulesOrder(text)).toEqual(malformed(detail)));
});
