import { defaultProfileValues } from '../model/profile-defaults';
import { stockHost } from '../../test/stock-host';
import { loadingOnDemand } from './loading-on-demand';

describe('what becomes of the kernel’s requests for modules', () => {
  it.each([
    ['/sbin/modprobe', 'load'],
    ['/usr/sbin/modprobe', 'load'],
    ['/usr/bin/modprobe', 'load'],
    ['/bin/modprobe', 'load'],
    ['/nix/store/0123-kmod-33/bin/modprobe', 'load'],
    ['', 'load-nothing'],
    ['/bin/true', 'load-nothing'],
    ['/bin/false', 'load-nothing'],
    ['/usr/bin/false', 'load-nothing'],
    // kmod looks at its own name, and knows no option of modprobe's under this one.
    ['/usr/bin/kmod', 'unknown'],
    ['/opt/bin/modprobe-wrapper', 'unknown'],
    ['/opt/false', 'unknown'],
    ['/bin/falsehood', 'unknown'],
  ])('with the path %j: %s', (modprobePath, requests) => {
    expect(loadingOnDemand(stockHost({ modprobePath }), defaultProfileValues).requests).toBe(requests);
  });

  it('is told by a file that was seen not to be there, whatever its name', () => {
    const facts = stockHost({ modprobePath: '/opt/wrapper', moduleLoading: { program: 'absent', atBoot: [] } });
    expect(loadingOnDemand(facts, defaultProfileValues).requests).toBe('load-nothing');
  });

  it('is what an empty path says, whatever else could not be seen', () => {
    const facts = stockHost({ modprobePath: '' }, ['moduleLoading']);
    expect(loadingOnDemand(facts, defaultProfileValues)).toMatchObject({ requests: 'load-nothing', atBoot: undefined });
  });
});
