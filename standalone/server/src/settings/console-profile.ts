import profiles from '../../../console-profiles.json';

/** A console release whose plugin host we emulate. What is peculiar to it is in the folder `standalone/console-<name>`. */
export interface ConsoleProfile {
  /** The release as people say it, such as 4.22. */
  readonly name: string;
  /** Where it answers unless told otherwise. */
  readonly port: number;
}

/**
 * Newest first. The list is data and not code because the browser tests read it as well, and they import nothing of
 * what they test; a listing of the folders would tell no port, and would order 4.9 before 4.22.
 */
export const consoleProfiles: readonly ConsoleProfile[] = profiles;

export const consoleProfileOf = (name: string): ConsoleProfile | undefined =>
  consoleProfiles.find((profile) => profile.name === name);
