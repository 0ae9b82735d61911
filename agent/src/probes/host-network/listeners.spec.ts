import { observed, unavailable } from '@calico-readiness/requirements';
import type { HostFiles } from '../../host/host-files';
import { denyingFiles } from '../../../test/denying-files';
import type { HostTree } from '../../../test/temporary-host';
import { removeTemporaryHosts, temporaryHost } from '../../../test/temporary-host';
import { createListenersProbe, listenersProbe } from './listeners';

afterEach(removeTemporaryHosts);

const header = '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n';
type TableRow = [address: string, port: number, state: string, inode: number];
const table = (...rows: TableRow[]): string =>
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

  it.each([
    ['a running kernel after what can be nothing but the end', true, 10, 'enough'],
    ['a running kernel after a piece that more may follow', true, 20, 'more'],
    ['a copy to its end', false, 10, 'more'],
  ])('are asked of %s', async (_case, live, rows, expected) => {
    const listening = Array.from({ length: rows }, (_, index) => [any, 9000 + index, '0A', 20 + index] as const);
    const answers: string[] = [];
    const counting = (files: HostFiles): HostFiles => ({
      ...files,
      readPieces: (path, take, maxBytes) =>
        files.readPieces(
          path,
          (piece) => {
            const answer = take(piece);
            if (path.endsWith('tcp')) answers.push(answer);
            return answer;
          },
          maxBytes,
        ),
    });
    const tree = { ...host, 'proc/1/net/tcp': table(...listening.map(([...row]): TableRow => row)) };
    expect((await listenersProbe.gather(temporaryHost(tree, { live, files: counting }))).listeners.status).toBe(
      'observed',
    );
    expect(answers).toEqual([expected]);
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

describe('the listeners of the running system', () => {
  const groups =
    'Idx\tDevice    : Count Querier\tGroup    Users Timer\tReporter\n' +
    '9\tvxlan.calico:     1      V3\n\t\t\t\t010000E0     1 0:00000000\t\t0\n';
  /** How many processes each of some observations has all its descriptors read. */
  async function processesLookedAt(tree: HostTree, live: boolean): Promise<readonly number[]> {
    let lists = 0;
    const counting = (files: HostFiles): HostFiles => ({
      ...files,
      list: (path) => {
        if (path.endsWith('/fd')) lists += 1;
        return files.list(path);
      },
    });
    const running = temporaryHost(tree, { live, files: counting });
    const probe = createListenersProbe();
    const looked: number[] = [];
    for (let observation = 0; observation < 3; observation += 1) {
      lists = 0;
      await probe.gather(running);
      looked.push(lists);
    }
    return looked;
  }
  const bgpAlone = { ...host, 'proc/1/net/tcp6': table(), 'proc/1/net/udp': table([any, 4789, '07', 15]) };

  it('cost no search for a socket that the kernel’s own device has', async () => {
    expect(
      await processesLookedAt({ ...bgpAlone, 'proc/1/net/igmp': groups, 'proc/50/fd/0': { linkTo: '/' } }, true),
    ).toEqual([1, 0, 0]);
  });

  it('cost two searches for a socket that is nobody’s', async () => {
    expect(await processesLookedAt({ ...bgpAlone, 'proc/50/fd/0': { linkTo: '/' } }, true)).toEqual([3, 3, 0]);
  });

  it('show the process that has the port of a device that could not come up', async () => {
    const tree = {
      ...bgpAlone,
      'proc/1/net/igmp': groups.split('\n').slice(0, 1).join('\n') + '\n',
      'proc/50/status': 'Name:\tdocker\n',
      'proc/50/fd/0': { linkTo: 'socket:[15]' },
    };
    expect(await gather(tree)).toMatchObject({
      value: [{ port: 179 }, { protocol: 'udp', port: 4789, process: 'docker' }],
    });
  });

  it('are remembered of no captured tree', async () => {
    expect(await processesLookedAt({ ...bgpAlone, 'proc/50/fd/0': { linkTo: '/' } }, false)).toEqual([3, 3, 3]);
  });
});
