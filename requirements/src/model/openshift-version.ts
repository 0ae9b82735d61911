/**
 * The version of OpenShift that a cluster runs.
 *
 * - `seen`: this one
 * - `absent`: there is no ClusterVersion, so that it is no OpenShift
 * - `unseen`: nobody could look, or what stands there is no version; `reason` in a few words
 */
export type OpenShiftVersion =
  | { readonly status: 'seen'; readonly version: string; readonly channel?: string }
  | { readonly status: 'absent' }
  | { readonly status: 'unseen'; readonly reason: string };
