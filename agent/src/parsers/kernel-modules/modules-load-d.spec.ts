import { parseModulesLoadD } from './modules-load-d';

it.each([
  ['one name a line', 'ip_tables\nnf-conntrack\n', ['ip_tables', 'nf-conntrack']],
  ['blanks around a name', ' \tvxlan \t\r\n', ['vxlan']],
  ['comments and empty lines', '# a\n; b\n\n  # c\nipip\n', ['ipip']],
  ['a last line without an end', 'ipip', ['ipip']],
  ['nothing', '', []],
])('a file of modules-load.d with %s', (_case, text, names) => {
  expect(parseModulesLoadD(text)).toEqual(names);
});
