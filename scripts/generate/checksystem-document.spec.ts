import { readFileSync } from 'node:fs';
import { createHostFiles } from '../../agent/src/host/create-host-files';
import { checksystem, isFailure } from './checksystem/checksystem';
import { checksystemDocument } from './checksystem-document';

describe('docs/checksystem.md', () => {
  it('says what the rules and the agent say of the fixture hosts', async () => {
    expect(readFileSync(new URL('../../docs/checksystem.md', import.meta.url), 'utf8')).toBe(
      await checksystemDocument(),
    );
  });
});

describe('the emulated checksystem', () => {
  const answersAbout = (host: string) => checksystem(createHostFiles(`agent/fixtures/hosts/${host}/root`));
  const foundIn = async (host: string, module: string) =>
    (await answersAbout(host)).find((answer) => answer.module === module)?.foundIn;

  it.each([
    ['rhcos-4.20', 'ip_set', 'modules.dep'],
    ['flatcar-4081', 'ip_tables', 'modules.builtin'],
    ['rhel-10-without-extra-modules', 'xt_set', 'configuration'],
    ['rhel-10-without-extra-modules', 'ipt_REJECT', 'configuration'],
    ['rhel-7.9-stock', 'xt_icmp', 'ip_tables_matches'],
    ['rhcos-4.20', 'xt_u32', undefined],
    ['rhel-9.4-firewalld', 'ipt_set', undefined],
    ['ubuntu-24.04', 'xt_icmp6', undefined],
  ])('of %s finds %s in %s', async (host, module, expected) => {
    expect(await foundIn(host, module)).toBe(expected);
  });

  it('looks for nineteen modules', async () => {
    expect(await answersAbout('empty')).toHaveLength(19);
  });

  it.each([
    [[], false],
    [['ip6_tables'], false],
    [['ip_set'], true],
    [['ip6_tables', 'ip_set'], true],
  ])('without %j fails: %j', (missing, expected) => {
    const answers = ['ip_set', 'ip6_tables', 'xt_set'].map((module) => ({
      module,
      foundIn: missing.includes(module) ? undefined : ('lsmod' as const),
    }));
    expect(isFailure(answers)).toBe(expected);
  });
});
