import { MountTable, readMountTable } from './mount-table';

const table = new MountTable([
  { mountPoint: '/', fileSystem: 'xfs' },
  { mountPoint: '/proc', fileSystem: 'proc' },
  { mountPoint: '/boot', fileSystem: 'vfat' },
  { mountPoint: '/home', fileSystem: 'nfs4' },
  { mountPoint: '/opt', fileSystem: 'autofs' },
  { mountPoint: '/srv', fileSystem: 'fuse.glusterfs' },
  { mountPoint: '/srv/cache', fileSystem: 'tmpfs' },
  { mountPoint: '/mnt', fileSystem: 'cifs' },
  { mountPoint: '/mnt', fileSystem: 'ext4' },
]);

describe('what is mounted', () => {
  it.each([
    ['/', 'stamped'],
    ['/etc/hosts', 'stamped'],
    ['/proc/1/net', 'unstamped'],
    // Its files have no time of their last change.
    ['/boot/config-6.1', 'unstamped'],
    ['/home', 'remote'],
    ['/home/admin', 'remote'],
    ['/homeless', 'stamped'],
    ['/opt', 'remote'],
    ['/srv/data', 'remote'],
    ['/srv/cache/x', 'stamped'],
    ['/mnt/x', 'stamped'],
  ])('%s is %s', (path, kind) => {
    expect(table.of(path)).toBe(kind);
  });

  it('is told of a path itself only where something is mounted on it', () => {
    expect([table.at('/home'), table.at('/home/admin'), table.at('/')]).toEqual(['remote', undefined, 'stamped']);
  });

  it('is looked at here, and never taken for unchanged, where nothing is known', () => {
    expect(new MountTable([]).of('/etc/hosts')).toBe('unstamped');
  });

  it('is what this machine says', () => {
    expect(readMountTable().of('/proc/self/status')).toBe('unstamped');
  });
});
