import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { runCommandLine } from './command-line';

let base: string;

const write = (path: string, content = ''): string => {
  mkdirSync(dirname(join(base, path)), { recursive: true });
  writeFileSync(join(base, path), content);
  return join(base, path);
};

async function check(...words: string[]) {
  const written = { output: '', errors: '' };
  const status = await runCommandLine(['check', '--host-root', join(base, 'host'), ...words], {
    isTerminal: false,
    environment: {},
    write: (text) => {
      written.output += text;
    },
    writeError: (text) => {
      written.errors += text;
    },
  });
  return { status, ...written };
}

interface Document {
  readonly status: { readonly findings: readonly { readonly requirement: string; readonly verdict: string }[] };
  readonly prediction: {
    readonly leftOut: readonly { readonly what: string }[];
    readonly now: Document['status'];
  };
}

/** Verdicts of some requirements, now and with the changes. */
async function verdicts(
  requirements: readonly string[],
  ...changes: string[]
): Promise<Readonly<Record<string, string>>> {
  const { output, errors } = await check('-o', 'json', ...changes.flatMap((change) => ['--with', change]));
  expect(errors).toBe('');
  const { status, prediction } = JSON.parse(output) as Document;
  const of = ({ findings }: Document['status'], id: string) =>
    findings.find(({ requirement }) => requirement === id)?.verdict;
  return Object.fromEntries(requirements.map((id) => [id, `${of(prediction.now, id) ?? ''} ${of(status, id) ?? ''}`]));
}

const config = (files: readonly object[], units: readonly object[] = [], spec: object = {}): string =>
  JSON.stringify({
    kind: 'MachineConfig',
    spec: { config: { storage: { files }, systemd: { units } }, ...spec },
  });
const source = (text: string): object => ({ source: `data:,${encodeURIComponent(text)}` });
const list =
  'interface-name:cali*;interface-name:tunl*;interface-name:vxlan.calico;interface-name:vxlan-v6.calico;interface-name:wireguard.cali;interface-name:wg-v6.cali';

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'check-with-'));
  write('host/etc/os-release', 'ID=rhel\nVERSION_ID=9.4\n');
  write('host/usr/bin/bash');
  write('host/usr/sbin/NetworkManager');
  mkdirSync(join(base, 'host/usr/lib/udev/rules.d'), { recursive: true });
  for (const unit of ['NetworkManager', 'firewalld']) {
    write(`host/usr/lib/systemd/system/${unit}.service`, '[Install]\nWantedBy=multi-user.target\n');
    const link = join(base, `host/etc/systemd/system/multi-user.target.wants/${unit}.service`);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(`/usr/lib/systemd/system/${unit}.service`, link);
    write(`host/run/systemd/units/invocation:${unit}.service`);
  }
});
afterEach(() => {
  rmSync(base, { recursive: true, force: true });
});

const tunl = 'networkmanager-ignores-tunl';

describe('check --with', () => {
  it('predicts that the masked units and the written files of a MachineConfig mend what they are for', async () => {
    const change = write(
      'change.yaml',
      config(
        [
          {
            path: '/etc/NetworkManager/conf.d/calico.conf',
            contents: source(`[keyfile]\nunmanaged-devices=${list}\n`),
          },
        ],
        [{ name: 'firewalld.service', mask: true, enabled: false }],
      ),
    );
    expect(await verdicts([tunl, 'firewalld-disabled'], change)).toEqual({
      [tunl]: 'Fail Pass',
      'firewalld-disabled': 'Fail Pass',
    });
  });

  it('predicts that a file does not suffice that another one replaces, and which one would', async () => {
    write('host/etc/NetworkManager/conf.d/sdn.conf', '[keyfile]\nunmanaged-devices=interface-name:eth1\n');
    const file = (name: string, operator: string) =>
      write(
        `${name}.json`,
        config([
          {
            path: `/etc/NetworkManager/conf.d/${name}`,
            contents: source(`[keyfile]\nunmanaged-devices${operator}${list}\n`),
          },
        ]),
      );
    expect(await verdicts([tunl], file('calico.conf', '='))).toEqual({ [tunl]: 'Fail Fail' });
    expect(await verdicts([tunl], file('zz-calico.conf', '+='))).toEqual({ [tunl]: 'Fail Pass' });
  });

  it('takes several changes, one of them a tree, and later ones over earlier ones', async () => {
    const path = 'etc/NetworkManager/conf.d/calico.conf';
    write(`tree/${path}`, `[keyfile]\nunmanaged-devices=${list}\n`);
    const undone = write('undone.yaml', `---\n${config([{ path: `/${path}`, contents: source('') }])}\n---\n`);
    expect(await verdicts([tunl], join(base, 'tree'))).toEqual({ [tunl]: 'Fail Pass' });
    expect(await verdicts([tunl], join(base, 'tree'), undone)).toEqual({ [tunl]: 'Fail Fail' });
    expect(await verdicts([tunl], undone, join(base, 'tree'))).toEqual({ [tunl]: 'Fail Pass' });
  });

  it('unpacks gzip and reads a List', async () => {
    const bytes = gzipSync(`[keyfile]\nunmanaged-devices=${list}\n`).toString('base64');
    const contents = { source: `data:;base64,${bytes}`, compression: 'gzip' };
    const one = JSON.parse(config([{ path: '/etc/NetworkManager/conf.d/calico.conf', contents }])) as object;
    const change = write('list.json', JSON.stringify({ kind: 'List', items: [one] }));
    expect(await verdicts([tunl], change)).toEqual({ [tunl]: 'Fail Pass' });
  });

  it('says by name what it leaves out, and is Unknown about what that may change', async () => {
    const remote = { source: 'https://example.com/calico.conf' };
    const change = write(
      'change.json',
      config([{ path: '/etc/NetworkManager/conf.d/calico.conf', contents: remote }], [], {
        kernelArguments: ['nosmt', 'systemd.unified_cgroup_hierarchy=1'],
        extensions: ['kernel-modules-extra'],
      }),
    );
    const { output } = await check('-o', 'json', '--with', change);
    expect((JSON.parse(output) as Document).prediction.leftOut.map(({ what }) => what)).toEqual([
      '/etc/NetworkManager/conf.d/calico.conf',
      'kernel argument nosmt',
      'kernel argument systemd.unified_cgroup_hierarchy=1',
      'extension kernel-modules-extra',
    ]);
    expect(await verdicts([tunl, 'firewalld-disabled'], change)).toEqual({
      [tunl]: 'Fail Unknown',
      'firewalld-disabled': 'Fail Fail',
    });
  });

  it('prints what changes, what does not and why, and both results', async () => {
    write('host/etc/NetworkManager/conf.d/zz.conf', '[keyfile]\nunmanaged-devices=interface-name:eth1\n');
    const change = write(
      'change.json',
      config(
        [
          {
            path: '/etc/NetworkManager/conf.d/calico.conf',
            contents: source(`[keyfile]\nunmanaged-devices=${list}\n`),
          },
        ],
        [{ name: 'firewalld.service', mask: true }],
      ),
    );
    const { status, output } = await check('--with', change);
    expect(status).toBe(3);
    expect(output).toMatch(/^Calico readiness of host at the next boot with .*change\.json, observed /);
    expect(output).toMatch(/Met with the change\n.*Pass +was Fail +firewalld/);
    expect(output).toMatch(/Still not met\n[^]*tunl0: managed[^]*\/etc\/NetworkManager\/conf\.d\/zz\.conf/);
    expect(output).toMatch(/\nNow +x Not ready: [^]*\nWith the change +x Not ready: /);
  });

  it('writes nothing to the host', async () => {
    const before = readdirSync(join(base, 'host'), { recursive: true });
    await check('--with', write('change.json', config([{ path: '/new/file' }], [{ name: 'a.service', mask: true }])));
    expect(readdirSync(join(base, 'host'), { recursive: true })).toEqual(before);
  });

  it.each([
    ['a path that is not there', 'none.yaml', undefined, /none\.yaml cannot be read: it does not exist\./],
    ['another kind', 'x.yaml', 'kind: Pod\n', /x\.yaml is no MachineConfig\./],
    ['no document', 'x.yaml', '\n', /holds no/],
    ['no YAML', 'x.yaml', 'a: [\n', /x\.yaml: /],
    ['a bomb of aliases', 'x.yaml', bomb(), /x\.yaml cannot be read: Excessive alias count/],
    ['a path that climbs', 'x.yaml', config([{ path: '/../x' }]), /has no absolute path in entry 1 of storage\.files/],
  ])('refuses %s as wrong usage', async (_case, name, content, message) => {
    const path = content === undefined ? join(base, name) : write(name, content);
    const { status, errors } = await check('--with', path);
    expect({ status, errors }).toEqual({ status: 2, errors: expect.stringMatching(message) as string });
  });

  it.each(['csv', 'markdown', 'junit'])('refuses %s, which has no place for a prediction', async (format) => {
    expect(await check('-o', format, '--with', write('x.json', config([])))).toMatchObject({ status: 2 });
  });
});

function bomb(): string {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let level = 1; level < 9; level += 1)
    lines.push(
      `a${String(level)}: &a${String(level)} [${Array.from({ length: 10 }, () => `*a${String(level - 1)}`).join()}]`,
    );
  return `${lines.join('\n')}\n`;
}
