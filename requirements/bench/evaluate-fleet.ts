import { catalogue } from '../src/catalogue';
import { evaluateNode } from '../src/evaluation/evaluate-node';
import { fromReportedFacts, toReportedFacts } from '../src/evaluation/reported-facts';
import { nodeVerdict } from '../src/evaluation/summarize';
import { declareProfile } from '../src/model/declare-profile';
import type { HostFacts } from '../src/model/host-facts';
import { kernelModuleTable } from '../src/derived/kernel-module-table';
import { modulesWith, stockHost, stockValues } from '../test/stock-host';

const nodes = 5_000;
const rounds = 5;

/** A host that differs from its neighbours, so that no two evaluations are the same. */
function host(index: number): HostFacts {
  const module = kernelModuleTable[index % kernelModuleTable.length]?.name ?? 'vxlan';
  const manages = { ...stockValues.networkManager.manages, tunl0: index % 3 === 0 };
  return stockHost(
    {
      kernelRelease: `5.14.0-${index}.el9_6.x86_64`,
      networkManager: { ...stockValues.networkManager, manages },
      ...modulesWith({ [module]: index % 2 === 0 ? 'missing' : 'unknown' }),
    },
    index % 7 === 0 ? ['services'] : [],
  );
}

const profile = declareProfile(
  {
    dataplane: 'BPF',
    encapsulation: ['IPIP', 'VXLAN'],
    ipFamilies: ['IPv4', 'IPv6'],
    kubeProxyMode: 'ipvs',
    wireguard: true,
    sctp: true,
  },
  'benchmark',
);

/** Shortest of several rounds in milliseconds: the one that the rest of the machine disturbed least. */
function shortest(work: () => void): number {
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...times);
}

const facts = Array.from({ length: nodes }, (_, index) => host(index));
const reported = facts.map(toReportedFacts);

const evaluating = shortest(() => facts.forEach((each) => nodeVerdict(evaluateNode(each, profile))));
const fromReports = shortest(() =>
  reported.forEach((each) => nodeVerdict(evaluateNode(fromReportedFacts(each), profile))),
);

const line = (what: string, milliseconds: number): string =>
  `${what}: ${milliseconds.toFixed(0)} ms (${((milliseconds * 1000) / nodes).toFixed(1)} µs a node)\n`;

process.stdout.write(
  `${nodes} nodes × ${catalogue.length} requirements, every feature on, one thread, best of ${rounds}\n`,
);
process.stdout.write(line('from facts', evaluating));
process.stdout.write(line('from the facts of reports', fromReports));
process.stdout.write(`from reports takes ${(fromReports / evaluating).toFixed(2)} of the time from facts\n`);
