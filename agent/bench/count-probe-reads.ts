import type { ProbeReads } from './figures';
import { treeRoot } from './host/tree-host';
import { countFilesBelow } from './measure/counted-files';

/** Prints what each probe asks of the node's files when it runs alone, or all of them in one look, as JSON. Runs on the node. */
const counts = countFilesBelow(treeRoot);
// After counting has begun, since they may keep the functions that they find.
const { createHost } = await import('../src/host/create-host');
const { probes } = await import('../src/probes');

const rows: ProbeReads[] = [];
async function count(probe: string, work: () => Promise<unknown>): Promise<void> {
  Object.assign(counts, { lookedAt: 0, links: 0, listed: 0, opened: 0, reads: 0, bytes: 0 });
  await work();
  const { bytes, ...others } = counts;
  rows.push({ probe, ...others, kilobytes: Math.round(bytes / 1024) });
}

if (process.argv[2] === 'together') {
  await count('all in one look', async () => {
    const host = await createHost({ root: treeRoot });
    return Promise.all(probes.map((probe) => probe.gather(host)));
  });
} else {
  for (const probe of probes) await count(probe.name, async () => probe.gather(await createHost({ root: treeRoot })));
}
process.stdout.write(JSON.stringify(rows));
