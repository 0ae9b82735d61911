import type { HostTree } from '../../../test/temporary-host';
import { removeTemporaryHosts, temporaryHost } from '../../../test/temporary-host';
import { hostUnitOf } from './host-unit';

afterEach(removeTemporaryHosts);

const seenFrom = (path: string): HostTree => ({ 'proc/700/cgroup': `0::${path}\n` });
const group = 'system.slice/bird.service/cgroup.procs';
const unitIn = (tree: HostTree): Promise<string | undefined> => hostUnitOf(temporaryHost(tree).files, '700');

describe('the host’s own service of a process', () => {
  it.each([
    ['seen from the host', seenFrom('/system.slice/bird.service')],
    [
      'seen from a pod, where the host has the control group',
      { ...seenFrom('/../../../../system.slice/bird.service'), [`sys/fs/cgroup/${group}`]: '700\n' },
    ],
    [
      'seen from a pod with process numbers of its own',
      { ...seenFrom('/../../../../system.slice/bird.service'), [`sys/fs/cgroup/${group}`]: '0\n' },
    ],
    [
      'seen from a pod of a host with version 1',
      { ...seenFrom('/../../../../system.slice/bird.service'), [`sys/fs/cgroup/systemd/${group}`]: '700\n' },
    ],
    ['seen from a neighbouring service', { ...seenFrom('/../bird.service'), [`sys/fs/cgroup/${group}`]: '1\n700\n' }],
  ])('is found: %s', async (_case, tree) => expect(await unitIn(tree)).toBe('bird.service'));

  it.each([
    ['no control group is to be seen', {}],
    ['the file is rubbish', { 'proc/700/cgroup': 'rubbish\n' }],
    ['the host has no such control group', seenFrom('/../../../../system.slice/bird.service')],
    [
      'a neighbour’s name is no service’s of the host',
      { ...seenFrom('/../bird.service'), [`sys/fs/cgroup/${group}`]: '70\n7000\n' },
    ],
    [
      'the neighbour’s process numbers are others',
      { ...seenFrom('/../bird.service'), [`sys/fs/cgroup/${group}`]: '0\n' },
    ],
  ])('is not claimed where %s', async (_case, tree) => expect(await unitIn(tree)).toBeUndefined());
});
