/** What the API says of a node and its agent; milliseconds since 1970. */
export interface Standing {
  /** Since when the Node is Ready and not cordoned; undefined where it is not. */
  readonly readySince: number | undefined;
  /** When its agent began, and when it last reported. */
  readonly agentSince: number;
  readonly reportedAt: number;
}
