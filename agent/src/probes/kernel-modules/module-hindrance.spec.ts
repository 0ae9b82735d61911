import { parseKernelCommandLine } from '../../parsers/proc/kernel-command-line';
import { parseModprobeD } from '../../parsers/kernel-modules/modprobe-d';
import type { LoadingRules, ModuleRequest } from './module-hindrance';
import { hindranceOf } from './module-hindrance';

const rules = (modprobe: string, commandLine = '', change: Partial<LoadingRules> = {}): LoadingRules => {
  const parsed = parseModprobeD(modprobe);
  return {
    directives: parsed.status === 'parsed' ? parsed.value : [],
    commandLine: parseKernelCommandLine(commandLine),
    modulesDisabled: false,
    complete: true,
    softDependenciesRead: true,
    ...change,
  };
};

const byAlias: ModuleRequest = {
  name: 'xt_mark',
  aliases: ['ipt_mark', 'ip6t_mark'],
  askedByName: false,
  dependencies: ['x_tables'],
  withSoftDependencies: [],
};
const byName: ModuleRequest = {
  name: 'ip_tables',
  aliases: [],
  askedByName: true,
  dependencies: ['x_tables'],
  withSoftDependencies: [],
};

// What modprobe(8) of kmod 30 does for these lines, tried with `modprobe -n -v` on the alias and on the name.
describe('a module that is asked for by alias', () => {
  it.each([
    ['', 'none'],
    ['blacklist xt_mark', 'by-alias'],
    ['blacklist xt-mark', 'by-alias'],
    ['blacklist ipt_mark', 'none'],
    ['blacklist x_tables', 'none'],
    ['blacklist xt_*', 'none'],
    ['blacklist xt_mark\r', 'none'],
    ['install xt_mark /bin/false', 'always'],
    ['install xt_mark /bin/true', 'always'],
    ['install xt_mark /usr/sbin/nologin', 'always'],
    ['install xt_mark /bin/false\r', 'always'],
    ['install xt_* /bin/false', 'always'],
    ['install xt_[a-n]ark /bin/false', 'always'],
    ['install xt_[!m]ark /bin/false', 'none'],
    ['install x_tables /bin/false', 'always'],
    ['install ipt_mark /bin/false', 'by-alias'],
    ['install ipt_* /bin/false', 'none'],
    ['install other /bin/false', 'none'],
    ['install xt_mark /sbin/modprobe --ignore-install xt_mark\ninstall xt_mark /bin/false', 'none'],
    ['install xt_mark /bin/false\ninstall xt_mark /sbin/modprobe --ignore-install xt_mark', 'always'],
    ['install xt_mark /opt/load-it', 'unseen'],
    ['install xt_mark /bin/true; /sbin/modprobe --ignore-install xt_mark', 'unseen'],
    ['alias ipt_mark off', 'by-alias'],
    ['alias ipt_* off', 'by-alias'],
    ['alias ipt_mark xt_mark\nalias ipt_mark off', 'none'],
    ['alias xt_mark off', 'none'],
  ])('with %j is hindered: %s', (lines, hindrance) => {
    expect(hindranceOf(byAlias, rules(lines))).toBe(hindrance);
  });
});

describe('a module that is asked for by its name', () => {
  it.each([
    ['', 'none'],
    ['blacklist ip_tables', 'by-alias'],
    ['alias ip_tables off', 'always'],
    ['alias ip_tables ip_tables', 'none'],
    ['alias ip_tables ip_tables\nblacklist ip_tables', 'always'],
    ['install ip_tables /bin/false', 'always'],
  ])('with %j is hindered: %s', (lines, hindrance) => {
    expect(hindranceOf(byName, rules(lines))).toBe(hindrance);
  });
});

describe('the kernel', () => {
  it.each([
    ['module_blacklist=xt_mark', 'always'],
    ['module_blacklist=x_tables', 'always'],
    ['module_blacklist=xt-mark', 'none'],
    ['modprobe.blacklist=xt_mark', 'by-alias'],
    ['modprobe.blacklist=xt-mark', 'none'],
    ['modprobe.blacklist=x_tables', 'none'],
  ])('with %s on its command line hinders: %s', (commandLine, hindrance) => {
    expect(hindranceOf(byAlias, rules('', commandLine))).toBe(hindrance);
  });

  it('with kernel.modules_disabled loads nothing', () => {
    expect(hindranceOf(byAlias, rules('', '', { modulesDisabled: true }))).toBe('always');
  });
});

describe('rules that could not all be read', () => {
  it.each([
    ['', 'unseen'],
    ['blacklist xt_mark', 'by-alias'],
    ['install xt_mark /bin/false', 'always'],
  ])('with %j in those that were hinder: %s', (lines, hindrance) => {
    expect(hindranceOf(byAlias, rules(lines, '', { complete: false }))).toBe(hindrance);
  });
});
