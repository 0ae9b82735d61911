import type { Situation } from './situation';

/** Situations out of public reports, in the order of the requirements that answer. */
export const situations: readonly Situation[] = [
  {
    kind: 'false pass',
    text: 'NetworkManager is stopped, not disabled, and would manage the tunnels once started.',
    requirement: 'networkmanager-ignores-tunl',
    tree: 'rhel-9.4-networkmanager-stopped',
  },
];
