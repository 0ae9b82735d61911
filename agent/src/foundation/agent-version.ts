import agentPackage from '../../package.json';

/** The version of this program, as it stands in every report. */
export const agentVersion: string = agentPackage.version;
