import type { Message } from '@calico-readiness/requirements';
import { msg } from '@calico-readiness/requirements';

/** The texts of one task; `{{link}}` is where it begins. */
export interface TaskTexts {
  readonly title: Message;
  readonly description: Message;
  readonly question: Message;
  readonly help: Message;
}

export const taskDone = msg('This task is done.');
export const taskNotDone = msg('This task is not done yet. Read its help, and try again.');

/** The first quick start: from the overview to the guides. */
export const checkTexts = {
  title: msg('Check nodes for Calico'),
  description: msg('See which nodes meet the system requirements of Calico, why others do not, and how to fix them.'),
  introduction: msg(
    'An agent on every Linux node reports whether the node meets the system requirements of Calico. In this quick start you find the causes, look at the evidence, and open a guide.',
  ),
  conclusion: msg(
    'You know which nodes are ready, and which guides fix the others. Nodes report changes by themselves.',
  ),
} as const;

export const checkTasks = {
  overview: {
    title: msg('See the causes'),
    description: msg('Open {{link}}. The overview counts the nodes, and lists why nodes are not ready.'),
    question: msg('Does the overview count all Linux nodes?'),
    help: msg('For a node without a report, look at the pod of the agent on that node. Its log says what is wrong.'),
  },
  nodes: {
    title: msg('See the evidence'),
    description: msg(
      'Open {{link}}. Each row is a node, and each column a requirement. Select a cell to see what the agent found, and what Calico needs.',
    ),
    question: msg('Do you see the evidence of a cell?'),
    help: msg('Select a cell that shows a verdict. With the keyboard, use the arrow keys and Enter.'),
  },
  guides: {
    title: msg('Open a guide'),
    description: msg(
      'Open {{link}}, and select a guide that has affected nodes. It says what to do, what that disrupts, and how to undo it.',
    ),
    question: msg('Do you know what to do on the affected nodes?'),
    help: msg(
      'If no node is affected, there is nothing to fix. If a node is Unknown, its cell says which evidence is missing.',
    ),
  },
} as const satisfies Readonly<Record<string, TaskTexts>>;

/** What the quick starts of the guides have in common. */
export const guideTasks = {
  affected: {
    title: msg('See the affected nodes'),
    description: msg('Open the guide {{link}}. It says how many nodes of each pool are affected.'),
    question: msg('Do you see whether nodes are affected?'),
    help: msg('Permission to list NodeReports and Nodes is required. Without it, the guide shows an example.'),
  },
  apply: {
    title: msg('Apply the change'),
    description: msg(
      'In the guide {{link}}, select the tab of your platform. For RHCOS, review the MachineConfig, start a dry run, and create it. On other hosts, use the commands, the Ansible playbook or the shell script.',
    ),
    question: msg('Do all affected nodes have the change?'),
    help: msg('The guide shows the rollout of each pool. A paused pool, or a node that cannot be drained, delays it.'),
  },
  verify: {
    title: msg('Verify the nodes'),
    description: msg('In the guide {{link}}, see that no node is affected.'),
    question: msg('Does the guide say that no node is affected?'),
    help: msg('The next report of a node shows the change. To get it at once, use Check again on the Node page.'),
  },
} as const satisfies Readonly<Record<string, TaskTexts>>;

export const guideConclusion = msg('The nodes meet these requirements. The guide also says how to undo the change.');

/** What the links of the first quick start are called: texts of the pages, which are translated with these. */
export const pageNames = {
  overview: { text: 'Calico readiness' },
  nodes: { text: 'Nodes' },
  guides: { text: 'Guides' },
} as const satisfies Readonly<Record<string, Message>>;
