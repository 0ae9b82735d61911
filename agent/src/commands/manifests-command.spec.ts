import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { guideById, machineConfig, noSituation } from '@calico-readiness/requirements';
import { parse, parseAllDocuments } from 'yaml';
import { runCommandLine } from './command-line';

async function run(...words: string[]) {
  let [output, errors] = ['', ''];
  const status = await runCommandLine(['manifests', ...words], {
    isTerminal: false,
    environment: {},
    write: (text) => {
      output += text;
    },
    writeError: (text) => {
      errors += text;
    },
  });
  return { status, output, errors };
}

const written = (role: string) =>
  machineConfig({
    role,
    guide: 'networkmanager',
    change: guideById('networkmanager')!.change(noSituation),
  });

describe('manifests', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(path.join(tmpdir(), 'manifests-'));
  });
  afterEach(() => {
    rmSync(directory, { recursive: true });
  });
  const place = (name: string) => path.join(directory, name);

  it('prints a document for each role', async () => {
    const { status, output, errors } = await run('--role', 'master,worker');

    expect({ status, errors }).toEqual({ status: 0, errors: '' });
    expect(parseAllDocuments(output).map((document) => document.toJS() as unknown)).toEqual([
      written('master'),
      written('worker'),
    ]);
  });

  it('writes a file for each role, and leaves it as it is the next time', async () => {
    const words = ['--role', 'master, worker', '--output', directory];

    expect(await run(...words)).toMatchObject({ status: 0, errors: '' });
    expect(readdirSync(directory)).toEqual([
      '99-master-calico-networkmanager.yaml',
      '99-worker-calico-networkmanager.yaml',
    ]);
    expect(parse(readFileSync(place('99-worker-calico-networkmanager.yaml'), 'utf8'))).toEqual(written('worker'));

    const again = await run(...words);
    expect(again.status).toBe(0);
    expect(again.output.match(/^unchanged /gm)).toHaveLength(2);
  });

  it('writes nothing at all where one file differs, and names it', async () => {
    writeFileSync(place('99-worker-calico-networkmanager.yaml'), 'mine\n');
    const { status, output, errors } = await run('--role', 'master,worker', '--output', directory);

    expect({ status, output }).toEqual({ status: 2, output: '' });
    expect(errors).toContain(`nothing was written:\n  ${place('99-worker-calico-networkmanager.yaml')}\n`);
    expect(readdirSync(directory)).toEqual(['99-worker-calico-networkmanager.yaml']);
  });

  it('writes ConfigMaps for a hosted control plane', async () => {
    const { status, output } = await run('--hosted');

    expect(status).toBe(0);
    expect(parse(output)).toMatchObject({ kind: 'ConfigMap', metadata: { name: '99-worker-calico-networkmanager' } });
  });

  it.each([[[]], [['--output', '.']]])('says that the profile needs nothing, and writes nothing (%j)', async (more) => {
    const { status, output, errors } = await run('--role', 'worker', '--encapsulation', 'none', ...more);

    expect(status).toBe(0);
    expect(`${output}${errors}`).toMatch(/^Nothing to write: /);
    // What is piped to a file stays empty.
    expect(output === '').toBe(more.length === 0);
  });

  it('warns of a release that Calico does not support, and writes all the same', async () => {
    expect(await run('--role', 'worker', '--openshift-version', '4.20.1')).toMatchObject({ status: 0, errors: '' });
    expect(await run('--hosted', '--openshift-version', '4.2')).toMatchObject({
      status: 3,
      errors: expect.stringMatching(/^warning: The OpenShift version is not supported: 4\.2; /) as string,
      output: expect.stringContaining('kind: ConfigMap') as string,
    });
  });

  it.each([
    [[], "option '--role <names>' is missing"],
    [['--role', 'Worker'], "option '--role <names>' argument 'Worker' is invalid."],
    [['--role', 'worker,'], "argument 'worker,' is invalid. Allowed: at most 20 names of pools"],
    [['--role', '../x'], "argument '../x' is invalid."],
    [['--role', Array.from({ length: 21 }, (_, n) => `p${String(n)}`).join()], 'at most 20 names of pools'],
    [['--role', 'worker', '--openshift-version', 'latest'], 'Allowed: a version such as 4.19 or 4.19.3.'],
    [['--role', 'worker', '--openshift-version', '4.6.1'], 'OpenShift 4.6.1 does not read these MachineConfigs'],
    [['--role', 'worker', '--output', '/does/not/exist'], "'--output <directory>': /does/not/exist does not exist"],
    [['--role', 'master', '--hosted'], 'the nodes of a hosted control plane have the role worker only'],
    [['--role', 'worker', '--dataplane', 'eBPF'], "option '--dataplane <name>' argument 'eBPF' is invalid."],
    [['--role', 'worker', '--profile', '/does/not/exist'], 'Profile file /does/not/exist cannot be read'],
    [['--rôle', 'worker'], "unknown option '--rôle'"],
  ])('ends %j with status 2 and clear words', async (words, message) => {
    const { status, output, errors } = await run(...words);

    expect({ status, output }).toEqual({ status: 2, output: '' });
    expect(errors).toContain(message);
  });

  it('says that a file system failed, with status 1 and without a stack', async () => {
    vi.doMock('../manifests/write-manifests', () => ({
      writeManifests: () => {
        throw new Error('ENOSPC: no space left on device, write');
      },
    }));
    vi.resetModules();
    const { runCommandLine: fresh } = await import('./command-line');
    let errors = '';
    const status = await fresh(['manifests', '--role', 'worker', '--output', directory], {
      isTerminal: false,
      environment: {},
      write: () => undefined,
      writeError: (text) => {
        errors += text;
      },
    });
    vi.doUnmock('../manifests/write-manifests');

    expect({ status, errors }).toEqual({
      status: 1,
      errors: `error: Cannot write to ${directory}; nothing was written: ENOSPC: no space left on device, write\n`,
    });
  });

  it('tells in its help where the files go', async () => {
    expect((await run('--help')).output).toMatch(/--output cluster\/openshift\n.*Exit status: 0 written/s);
  });
});
