import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { kubeConfigOfFile } from '../../src/cluster/kube-config';
import { runAgent } from '../../src/node-agent/run-agent';
import { cannedLook } from './canned-observations';
import { nodeName } from './nodes';

/**
 * Many agents in one process, each with its own connections, watches and times, from the first request to the last those
 * of a real one. They begin within `--begin` seconds. Only what they see of their hosts is canned. Ends with SIGTERM.
 */
const { values } = parseArgs({
  options: {
    kubeconfig: { type: 'string', default: '' },
    nodes: { type: 'string', default: '' },
    begin: { type: 'string', default: '' },
  },
});
const ending = new AbortController();
process.once('SIGTERM', () => {
  ending.abort();
});
const nodes = Number(values.nodes);
const between = (1000 * Number(values.begin)) / nodes;
const agents = Array.from({ length: nodes }, async (_, number) => {
  await setTimeout(between * number);
  return runAgent({
    kubeConfig: await kubeConfigOfFile(values.kubeconfig),
    nodeName: nodeName(number),
    hostRoot: '/',
    look: cannedLook(number),
    signal: ending.signal,
  });
});
await Promise.all(agents);
