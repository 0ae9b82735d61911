/**
 * How a host is changed.
 *
 * - `rhcos`: by a MachineConfig; the host itself must not be edited
 * - `rhel`: by commands, with the tools of Red Hat Enterprise Linux
 * - `other`: by commands, with the tools of any other Linux distribution
 */
export const guidePlatforms = ['rhcos', 'rhel', 'other'] as const;
export type GuidePlatform = (typeof guidePlatforms)[number];
