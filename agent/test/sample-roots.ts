import type { PrintableRoot } from '../src/print/printable-report';

/** A root with hostile host text, and one of which nothing more was seen. */
export const sampleRoots: readonly PrintableRoot[] = [
  {
    verdict: 'Fail',
    title: 'A package with further kernel modules is not installed',
    observed: 'ip_set | <b>xt_set</b> `x`',
    remedy: 'Install the package with the rest of the kernel modules.',
    requirements: ['match-set', 'ip-sets'],
  },
  {
    verdict: 'Warn',
    title: 'NetworkManager has not read its configuration',
    observed: '',
    remedy: 'Let NetworkManager read its configuration.',
    requirements: ['networkmanager-ignores-cali', 'networkmanager-ignores-tunl'],
  },
];
