/** What bounds the waivers of a policy: lists, and texts in characters. */
export const waiverLimits = {
  waivers: 64,
  reason: 512,
  owner: 128,
  matchLabels: 16,
  matchExpressions: 16,
  values: 64,
} as const;

/** The operators of a label selector (https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/). */
export const labelOperators = ['In', 'NotIn', 'Exists', 'DoesNotExist'] as const;
export type LabelOperator = (typeof labelOperators)[number];

/** What a label selector demands of one label (metav1.LabelSelectorRequirement). */
export interface LabelExpression {
  /** Name of the label. @maxLength 317 @pattern ^([a-z0-9]([-a-z0-9.]*[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$ */
  readonly key: string;
  /** In and NotIn compare the label with `values`; Exists and DoesNotExist take none. */
  readonly operator: LabelOperator;
  /** What In and NotIn compare with; at least one. @maxItems 64 */
  readonly values?: readonly string[];
}

/** Which nodes a waiver is for, by their labels (metav1.LabelSelector): all that it demands has to hold. */
export interface NodeSelector {
  /** Labels that a node has, with their values. */
  readonly matchLabels?: Readonly<Record<string, string>>;
  /** What else is demanded of its labels. @maxItems 16 */
  readonly matchExpressions?: readonly LabelExpression[];
}

/** A requirement that some nodes may go without for a time, because somebody answers for it. Findings keep their verdict. */
export interface Waiver {
  /** Id of the requirement that is waived. @maxLength 63 @pattern ^[a-z0-9]([-a-z0-9]*[a-z0-9])?$ */
  readonly requirement: string;
  /** The nodes that it is for; left out or empty, it is for all nodes. */
  readonly nodeSelector?: NodeSelector;
  /** Why the requirement is waived, for whoever reads it later. @maxLength 512 */
  readonly reason: string;
  /** Who answers for it: a person or a team. @maxLength 128 */
  readonly owner: string;
  /** When it ends; what it covers counts again from then on. @format date-time */
  readonly expiry: string;
}

/** What a waiver currently comes to: it covers findings, it covers none, its time is over, or nobody can use it as it is. */
export const waiverStates = ['Active', 'MatchesNothing', 'Expired', 'Invalid'] as const;
export type WaiverState = (typeof waiverStates)[number];
