/** Clouds that nm-cloud-setup knows (nm-cloud-setup(8), "Supported cloud providers"), as in `NM_CLOUD_SETUP_<name>`. */
export const cloudProviders = ['EC2', 'GCP', 'AZURE', 'ALIYUN', 'OCI'] as const;

export type CloudProvider = (typeof cloudProviders)[number];

/**
 * nm-cloud-setup, NetworkManager's program that takes addresses and routes of a cloud's interfaces from its metadata
 * (nm-cloud-setup(8)). It does nothing unless its service or its timer starts it and its environment names a cloud.
 */
export interface CloudSetup {
  /** Whether its service is there. */
  readonly installed: boolean;
  /** Whether its service or its timer is active, or starts at boot; null where that could not be seen. */
  readonly starts: boolean | null;
  /** The clouds that the service's environment opts in to; left out where a file that may name one could not be read. */
  readonly providers?: readonly CloudProvider[];
}
