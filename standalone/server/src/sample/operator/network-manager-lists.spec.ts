import { guideById, noSituation } from '@calico-readiness/requirements';
import { hostVariants } from '../host-variants';
import { keepsOff } from './network-manager-lists';

const documented = guideById('networkmanager')?.change(noSituation).files[0]?.content ?? '';
const added = documented.replace('=', '+=');
const at = (name: string, content: string) => ({
  [`/etc/NetworkManager/conf.d/${name}`]: `data:,${encodeURIComponent(content)}`,
});

describe('what files do to NetworkManager in the sample fleet', () => {
  it.each([
    ['nothing', {}, 'networkmanager-manages-vxlan', false],
    ['the documented file', at('calico.conf', documented), 'networkmanager-manages-vxlan', true],
    ['the documented file', at('calico.conf', documented), 'networkmanager-list-replaced', false],
    ['a file with a later name', at('~calico.conf', added), 'networkmanager-list-replaced', true],
    ['an empty file', at('calico.conf', ''), 'networkmanager-manages-vxlan', false],
  ] as const)('%s (%j) on the host %s keeps it off: %s', (_name, files, variant, expected) => {
    expect(keepsOff(files, hostVariants[variant])).toBe(expected);
  });
});
