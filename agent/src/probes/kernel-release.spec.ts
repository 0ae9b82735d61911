import { observed, unavailable } from '@calico-readiness/requirements';
import { removeTemporaryHosts, temporaryHost } from '../../test/temporary-host';
import { denyingFiles } from '../../test/denying-files';
import { kernelReleaseOf } from './kernel-release';

afterEach(removeTemporaryHosts);

const osrelease = 'proc/sys/kernel/osrelease';

describe('the kernel release', () => {
  it.each([
    [
      'is what the user gave',
      { [osrelease]: '6.1.0\n' },
      '5.14.0-570.el9',
      observed('5.14.0-570.el9', '--kernel-release'),
    ],
    ['is never a path', {}, '../../etc', unavailable('malformed', '--kernel-release', 'is no kernel release')],
    ['is never the name of a parent', {}, '..', unavailable('malformed', '--kernel-release', 'is no kernel release')],
    [
      'is that of the running kernel',
      { [osrelease]: '6.1.0\n', 'usr/lib/modules/5.10.0/': '' },
      undefined,
      observed('6.1.0', osrelease),
    ],
    [
      'is that of the only kernel',
      { 'usr/lib/modules/6.1.0/': '', 'usr/lib/modules/notes': '' },
      undefined,
      observed('6.1.0', 'usr/lib/modules'),
    ],
    ['is that of the only kernel in lib', { 'lib/modules/6.1.0/': '' }, undefined, observed('6.1.0', 'lib/modules')],
    ['is open in an empty root', {}, undefined, unavailable('not-found', osrelease)],
    [
      'is not rubbish',
      { [osrelease]: '\u0000\u0001' },
      undefined,
      unavailable('malformed', osrelease, 'is no kernel release'),
    ],
  ])('%s', async (_case, tree, kernelRelease, expected) => {
    const host = temporaryHost(tree, kernelRelease === undefined ? {} : { kernelRelease });
    expect(await kernelReleaseOf(host)).toEqual(expected);
  });

  it('is open between two kernels', async () => {
    const host = temporaryHost({ 'usr/lib/modules/6.1.0/': '', 'usr/lib/modules/6.1.1/': '' });
    expect(await kernelReleaseOf(host)).toEqual(
      unavailable('not-found', 'usr/lib/modules', 'holds 2 kernels; --kernel-release says which one to judge'),
    );
  });

  it('is denied when /proc is', async () => {
    const host = temporaryHost({ [osrelease]: '6.1.0\n' }, { files: (files) => denyingFiles(files, 'proc') });
    expect(await kernelReleaseOf(host)).toEqual(unavailable('denied', osrelease));
  });
});
