/** What `kubectl get` shows beside the name. */
export interface PrinterColumn {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'date';
  readonly description: string;
  readonly jsonPath: string;
  /** 1 shows it with `-o wide` only. */
  readonly priority?: 1;
}

/** Of every kind that has no better time. */
export const age: PrinterColumn = {
  name: 'Age',
  type: 'date',
  description: 'How long ago the object was made.',
  jsonPath: '.metadata.creationTimestamp',
};

/** Where the field of a condition of that type is. */
export const condition = (type: string, field: string): string => `.status.conditions[?(@.type=="${type}")].${field}`;

/** What a person asks first of a node; the rest with `-o wide`. */
export const reportColumns: readonly PrinterColumn[] = [
  { name: 'Verdict', type: 'string', description: 'Ready, NotReady or Unknown.', jsonPath: '.status.verdict' },
  { name: 'Fails', type: 'integer', description: 'Requirements that are not met.', jsonPath: '.status.summary.fail' },
  {
    name: 'Unknown',
    type: 'integer',
    description: 'Requirements that are Unknown.',
    jsonPath: '.status.summary.unknown',
  },
  {
    name: 'Worst',
    type: 'string',
    description: 'What is wrong, by the first requirement in catalogue order that is not met; empty where none fails.',
    jsonPath: '.status.worst',
  },
  {
    name: 'Connectivity',
    type: 'string',
    description:
      'Verified when every flow that is needed was seen to work, Broken when one does not, else NotVerified.',
    jsonPath: condition('ConnectivityVerified', 'reason'),
  },
  {
    name: 'Observed',
    type: 'date',
    description: 'How long ago the agent looked at the node.',
    jsonPath: '.status.observedAt',
  },
  ...(
    [
      { name: 'Warns', type: 'integer', description: 'Recommendations not met.', jsonPath: '.status.summary.warn' },
      { ...age },
      { name: 'Calico', type: 'string', description: 'Judged release.', jsonPath: '.status.calicoVersion' },
      {
        name: 'OS',
        type: 'string',
        description: 'The operating system.',
        jsonPath: '.status.facts.operatingSystem.prettyName',
      },
      { name: 'Kernel', type: 'string', description: 'The running kernel.', jsonPath: '.status.facts.kernelRelease' },
      { name: 'Agent', type: 'string', description: "The agent's version.", jsonPath: '.status.agentVersion' },
      {
        name: 'Message',
        type: 'string',
        description: 'Why the node has its verdict.',
        jsonPath: condition('Ready', 'message'),
      },
      {
        name: 'ObservedAt',
        type: 'string',
        description: 'When the agent looked at the node; a column of type date shows how long ago.',
        jsonPath: '.status.observedAt',
      },
      {
        name: 'Compact',
        type: 'string',
        description: 'All findings in one line, for programs.',
        jsonPath: '.status.compact',
      },
    ] as const
  ).map((column): PrinterColumn => ({ ...column, priority: 1 })),
];
