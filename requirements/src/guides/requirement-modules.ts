/** The kernel modules that could meet a requirement; empty for one that no module meets. */
export const modulesOfRequirement = (_requirement: string): readonly string[] => [];
