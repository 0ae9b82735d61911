import { referenceProgramEnvironment } from '../../agent/reference-programs/reference-programs';

/**
 * The environment in which a program finds those that make peers in network namespaces: the machine's own, or the
 * unpacked reference programs.
 */
export const environmentOfPeerPrograms = referenceProgramEnvironment;
