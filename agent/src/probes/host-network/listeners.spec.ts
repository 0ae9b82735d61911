import { createServer } from 'node:net';
import { observed, unavailable } from '@calico-readiness/requirements';
import { createHostFiles } from '../../host/create-host-files';
import { denyingFiles } from '../../../test/denying-files';
import type { HostTree } from '../../../test/temporary-host';
import { removeTemporaryHosts, temporaryHost } from '../../../test/temporary-host';
import { listenersProbe } from './listeners';
import { findSocketOwners } from './socket-owners';

afterEach(removeTemporaryHosts);

const header = '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n';
const table = (...rows: [address: string, port: number, state: string, inode: number][]): string =>
  header +
  rows
    .map(([address, port, state, inode], index) => {
      const hexadecimal = port.toString(16).toUpperCase().padStart(4, '0');
      return `   ${String(index)}: ${address}:${hexadecimal} 00000000:0000 ${state} 00000000:00000000 00:00000000 00000000     0        0 ${String(inode)} 1 0 100 0 0 10 0\n`;
    })
    .join('');

const any = '00000000';
const any6 = '0'.repeat(32);
const host: HostTree = {
  'proc/1/net/tcp': table([any, 179, '0A', 11], [any, 22, '0A', 12], ['0100007F', 5473, '01', 13]),
  'proc/1/net/tcp6': table([any6, 5473, '0A', 14]),
  'proc/1/net/udp': table([any, 4789, '07', 15], [any, 68, '07', 16]),
  'proc/1/net/udp6': table(),
  'proc/700/status': 'Name:\tbird\n',
  'proc/700/fd/0': { linkTo: '/dev/null' },
  'proc/700/fd/7': { linkTo: 'socket:[11]' },
};

const gather = async (tree: HostTree, denied: readonly string[] = []) =>
  (await listenersProbe.gather(temporaryHost(tree, { files: (files) => denyingFiles(files, ...denied) }))).listeners;

describe('the listeners on Calico’s ports', () => {
  it('are those bound to one of the ports, with their process where there is one', async () => {
    expect(await gather(host)).toEqual(
      observed(
        [
          { protocol: 'tcp', port: 179, address: '0.0.0.0', process: 'bird' },
          { protocol: 'tcp', port: 5473, address: '::', process: null },
          { protocol: 'udp', port: 4789, address: '0.0.0.0', process: null },
        ],
        'proc/1/net',
      ),
    );
  });

  it('are those on the health ports of Felix and Typha, on OpenShift as well', async () => {
    const ports = [9098, 9099, 9198, 9199];
    const rows = ports.map((port, index) => ['0100007F', port, '0A', 20 + index] as [string, number, string, number]);
    const { status, ...rest } = await gather({ ...host, 'proc/1/net/tcp': table(...rows) });
    expect({ status, ...rest }).toMatchObject({
      status: 'observed',
      value: [...ports.map((port) => ({ port, address: '127.0.0.1' })), { port: 5473 }, { port: 4789 }].sort(
        ({ port }, other) => (port === 4789 ? 1 : other.port === 4789 ? -1 : port - other.port),
      ),
    });
  });

  it.each([
    ['the host’s own service', '0::/system.slice/bird.service\n', 'bird.service'],
    ['a pod', '0::/kubepods.slice/kubepods-burstable.slice/crio-0a1b.scope\n', undefined],
    ['what has no control group to see', undefined, undefined],
  ])('carry the unit of the process: %s', async (_case, group, unit) => {
    const listeners = await gather({ ...host, ...(group !== undefined && { 'proc/700/cgroup': group }) });
    const bird =
      listeners.status === 'observed' ? listeners.value.find(({ process }) => process === 'bird') : undefined;
    expect(bird?.unit).toBe(unit);
  });

  it('are none when the tables were read and hold none', async () => {
    expect(await gather({ 'proc/1/net/tcp': header, 'proc/1/net/udp': header })).toEqual(observed([], 'proc/1/net'));
  });

  it('come from proc/net where that is all there is, in the byte order of the host', async () => {
    const tree = {
      'proc/net/tcp': table(['7F000001', 179, '0A', 0]),
      'proc/net/udp': header,
      'proc/sys/kernel/arch': 's390x\n',
    };
    expect(await gather(tree)).toEqual(
      observed([{ protocol: 'tcp', port: 179, address: '127.0.0.1', process: null }], 'proc/net'),
    );
  });

  it('are shown once when several sockets share a port', async () => {
    const tree = { 'proc/1/net/tcp': header, 'proc/1/net/udp': table([any, 51820, '07', 1], [any, 51820, '07', 2]) };
    expect(await gather(tree)).toEqual(
      observed([{ protocol: 'udp', port: 51820, address: '0.0.0.0', process: null }], 'proc/1/net'),
    );
  });

  it.each([
    ['there is no /proc', {}, [], unavailable('not-found', 'proc/1/net')],
    ['the UDP table is not there', { 'proc/1/net/tcp': header }, [], unavailable('not-found', 'proc/1/net/udp')],
    [
      'a table is rubbish',
      { ...host, 'proc/1/net/tcp6': '\0' },
      [],
      unavailable('malformed', 'proc/1/net/tcp6', 'has no header of a socket table'),
    ],
    ['a table may not be read', host, ['proc/1/net/udp6'], unavailable('denied', 'proc/1/net/udp6')],
  ])('are not known when %s', async (_case, tree, denied, expected) => {
    expect(await gather(tree, denied)).toEqual(expected);
  });
});

describe('the owner of a socket', () => {
  it('is found among the processes of this machine', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const files = createHostFiles('/');
    const own = await files.list('proc/self/fd');
    const targets = await Promise.all(
      (own.status === 'observed' ? own.value : []).map((name) => files.readLink(`proc/self/fd/${name}`)),
    );
    const inodes = targets
      .flatMap((target) => (target.status === 'observed' ? [Number(/^socket:\[(\d+)\]$/.exec(target.value)?.[1])] : []))
      .filter(Number.isInteger);
    const owners = await findSocketOwners(files, inodes);
    server.close();
    expect(inodes.length).toBeGreaterThan(0);
    expect(owners.size).toBe(new Set(inodes).size);
  });

  it('is no one when nothing is asked for', async () => {
    expect(await findSocketOwners(createHostFiles('/'), [0])).toEqual(new Map());
  });
});
