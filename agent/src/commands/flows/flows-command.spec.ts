import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommandLine } from '../command-line';

async function run(...words: string[]) {
  const written = { output: '', errors: '' };
  const status = await runCommandLine(words, {
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

const directory = mkdtempSync(join(tmpdir(), 'calico-readiness-flows-'));
const [key, empty] = [join(directory, 'key'), join(directory, 'empty')];
writeFileSync(key, new Uint8Array(32));
writeFileSync(empty, '');
afterAll(() => {
  rmSync(directory, { recursive: true });
});

describe('the command flows', () => {
  it.each([
    [['flows'], "required option '--to <addresses>' not specified"],
    [['flows', '--to', 'node-1'], 'names are not looked up'],
    [['flows', '--to', '127.0.0.1'], '127.0.0.1 cannot be the address of another node'],
    [['flows', '--to', '10.0.0.2', '--flow', 'etcd'], 'Allowed: bgp, typha, kube-apiserver, vxlan, ipip, wireguard'],
    [['flows', '--to', '10.0.0.2', '--flow', 'vxlan'], '--flow vxlan needs --key-file'],
    [['flows', '--to', '10.0.0.2', '--flow', 'vxlan', '--key-file', '/nowhere'], 'Key file /nowhere cannot be used'],
    [['flows', '--to', '10.0.0.2', '--flow', 'vxlan', '--key-file', '/'], 'it is no file'],
    [['flows', '--to', '10.0.0.2', '--flow', 'vxlan', '--key-file', empty], 'has 0 bytes'],
    [['flows', '--to', 'fd00::2', '--flow', 'ipip', '--key-file', key], 'IP-in-IP is of IPv4 alone'],
    [['flows', '--to', '10.0.0.2', '--from', '203.0.113.9'], '--from 203.0.113.9 is no address of this host. It has: '],
    [['flows', '--to', '10.0.0.2', '--packet-size', '100'], 'whole numbers from 576 to 9000'],
    [['flows', '--answer', '--key-file', key], '--answer needs --from and --key-file'],
    [['flows', '--answer', '--from', '10.0.0.2'], '--answer needs --from and --key-file'],
    [['flows', '--answer', '--from', 'node-1', '--key-file', key], 'names are not looked up'],
    [['flows', '--answer', '--to', '10.0.0.2', '--from', '10.0.0.2', '--key-file', key], 'exclude one another'],
    [['flows', '--answer', '--from', '10.0.0.2', '--key-file', key, '--flow', 'bgp'], 'bgp needs no answer'],
    [['flows', '--answer', '--from', '10.0.0.2', '--key-file', key, '--for', '0'], 'whole seconds from 1 to 3600'],
    [['flows', '--to', '10.0.0.2', '--timeout', '31'], 'whole seconds from 1 to 30'],
    [['flows', '--to', '10.0.0.2', '--at-once', '65'], 'whole numbers from 1 to 64'],
    [['flows', '--to', '10.0.0.2', '--bgp-password', 'secret'], 'Allowed: yes, no.'],
    [['flows', '--to', '10.0.0.2', '-o', 'xml'], 'Allowed: table, json, yaml, csv, markdown, junit.'],
    [
      ['flows', '--answer', '--from', '10.0.0.2', '--key-file', key, '-o', 'csv'],
      '--answer prints: table, json, yaml.',
    ],
  ])('refuses %j', async (words, message) => {
    const { status, output, errors } = await run(...words);

    expect({ status, output }).toEqual({ status: 2, output: '' });
    expect(errors).toContain(message);
  });

  it('says in its help what exit statuses mean', async () => {
    const { status, output } = await run('flows', '--help');

    expect(status).toBe(0);
    expect(output).toContain('3 a flow is blocked, 4 not all were tested');
  });

  const own = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;

  it.runIf(own !== undefined)('tests nothing by a challenge to an address of this host either', async () => {
    const words = ['--flow', 'vxlan,ipip', '--key-file', key, '--packet-size', '1500', '-o', 'json'];
    const { status, output } = await run('flows', '--to', own ?? '', ...words);

    expect(status).toBe(4);
    expect(JSON.parse(output)).toMatchObject({
      flows: [
        { flow: 'vxlan', port: 4789, outcome: 'untested' },
        { flow: 'vxlan', port: 4789, packetBytes: 1500, outcome: 'untested' },
        { flow: 'ipip', outcome: 'untested' },
        { flow: 'ipip', packetBytes: 1500, outcome: 'untested' },
      ],
    });
  });

  it.runIf(own !== undefined)('tests nothing to an address of this host', async () => {
    const { status, output } = await run('flows', '--to', own ?? '', '-o', 'json');

    expect(status).toBe(4);
    expect(JSON.parse(output)).toMatchObject({
      kind: 'FlowTest',
      verdict: 'Unknown',
      summary: { untested: 2 },
      flows: [
        { peer: own, flow: 'bgp', port: 179, verdict: 'Unknown', outcome: 'untested' },
        { peer: own, flow: 'typha', port: 5473, verdict: 'Unknown', outcome: 'untested' },
      ],
    });
  });
});
