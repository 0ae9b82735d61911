import type { PrinterColumn } from './printer-columns';
import { age, condition } from './printer-columns';

/** How many nodes meet the requirements, and how many do not. */
export const clusterColumns: readonly PrinterColumn[] = [
  { name: 'Verdict', type: 'string', description: 'Ready, NotReady or Unknown.', jsonPath: '.status.verdict' },
  { name: 'Nodes', type: 'integer', description: 'Nodes of the cluster.', jsonPath: '.status.nodes.nodes' },
  { name: 'Ready', type: 'integer', description: 'Nodes that are ready.', jsonPath: '.status.nodes.ready' },
  { name: 'NotReady', type: 'integer', description: 'Nodes that are not.', jsonPath: '.status.nodes.notReady' },
  { name: 'Unknown', type: 'integer', description: 'Nodes that are Unknown.', jsonPath: '.status.nodes.unknown' },
  { name: 'Stale', type: 'integer', description: 'Nodes with an old report.', jsonPath: '.status.nodes.stale' },
  { name: 'NoReport', type: 'integer', description: 'Nodes without one.', jsonPath: '.status.nodes.noReport' },
  {
    name: 'Observed',
    type: 'date',
    description: 'How long ago reports were summed up.',
    jsonPath: '.status.observedAt',
  },
  ...(
    [
      { name: 'Causes', type: 'integer', description: 'Causes that there are.', jsonPath: '.status.causesTotal' },
      {
        name: 'Calico',
        type: 'string',
        description: 'Judged release.',
        jsonPath: '.status.profile.calicoVersion.value',
      },
      {
        name: 'Message',
        type: 'string',
        description: 'Why the cluster has its verdict.',
        jsonPath: condition('Ready', 'message'),
      },
    ] as const
  ).map((column): PrinterColumn => ({ ...column, priority: 1 })),
];

/** What nodes are judged by, where a controller says it, and what is wrong; with `-o wide` what was declared. */
export const policyColumns: readonly PrinterColumn[] = [
  {
    name: 'Calico',
    type: 'string',
    description: 'The Calico release that nodes are judged by; empty until a controller says it.',
    jsonPath: '.status.profile.calicoVersion.value',
  },
  {
    name: 'Dataplane',
    type: 'string',
    description: 'The data plane that nodes are judged by.',
    jsonPath: '.status.profile.dataplane.value',
  },
  {
    name: 'Accepted',
    type: 'string',
    description: 'Whether agents can use what is declared.',
    jsonPath: condition('Accepted', 'status'),
  },
  {
    name: 'Detected',
    type: 'string',
    description: "Whether the cluster's objects could be read that tell the rest.",
    jsonPath: condition('Detected', 'status'),
  },
  {
    name: 'Interval',
    type: 'integer',
    description: 'Seconds between reports that say nothing new.',
    jsonPath: '.spec.reportIntervalSeconds',
  },
  age,
  ...(
    [
      {
        name: 'Declared',
        type: 'string',
        description: 'The declared Calico release.',
        jsonPath: '.spec.profile.calicoVersion',
      },
      {
        name: 'Message',
        type: 'string',
        description: 'What is wrong with the policy, or how it is used.',
        jsonPath: condition('Accepted', 'message'),
      },
    ] as const
  ).map((column): PrinterColumn => ({ ...column, priority: 1 })),
];
