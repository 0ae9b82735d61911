/** Nodes by what they count as; those of Windows are not counted. All but the first add up to it. */
export interface NodeCounts {
  /** Nodes of the Node list. */
  readonly nodes: number;
  /** Nodes that meet every required requirement. */
  readonly ready: number;
  /** Nodes that do not meet one. */
  readonly notReady: number;
  /** Nodes that are ready only because what they do not meet is waived; left out where there is none. They are not among `ready`. */
  readonly waived?: number;
  /** Nodes for which it is Unknown. */
  readonly unknown: number;
  /** Nodes whose report is too old to be relied on. */
  readonly stale: number;
  /** Nodes without a report, or with one of an earlier node of that name. */
  readonly noReport: number;
}

/** Nodes with a current report by what is known of the flows from and to them. */
export interface ConnectivityCounts {
  /** Nodes of which every flow that is needed was seen to work. */
  readonly verified: number;
  /** Nodes of which some flow was not tested. */
  readonly notVerified: number;
  /** Nodes of which a flow that is needed does not work. */
  readonly broken: number;
}

/** Nodes with a current report by the verdict on one requirement. */
export interface RequirementCounts {
  /** Id of the requirement. @maxLength 63 @pattern ^[a-z0-9]([-a-z0-9]*[a-z0-9])?$ */
  readonly requirement: string;
  /** Nodes that meet it. */
  readonly pass: number;
  /** Nodes that do not follow a recommendation. */
  readonly warn: number;
  /** Nodes that do not meet it. */
  readonly fail: number;
  /** Nodes for which it is Unknown. */
  readonly unknown: number;
  /** Nodes to which it does not apply. */
  readonly notApplicable: number;
  /** Nodes that do not meet it, or may not, and a waiver covers that; left out where there is none. They are not among the others. */
  readonly waived?: number;
}
