import { declareProfile } from '@calico-readiness/requirements';
import type { PrintableReport } from '../src/print/printable-report';
import { sampleFindings } from './sample-findings';
import { sampleRoots } from './sample-roots';

/** A report with every verdict, hostile host text and empty cells, for the printers' specs; its texts are not the catalogue's. */
export const sampleReport: PrintableReport = {
  node: 'worker-1.example.com',
  connectivity: 'NotVerified',
  roots: sampleRoots,
  findings: sampleFindings,
  report: {
    apiVersion: 'calicoreadiness.io/v1alpha1',
    kind: 'NodeReport',
    metadata: { name: 'worker-1.example.com' },
    status: {
      agentVersion: '0.0.0',
      catalogueVersion: '0.0.0',
      calicoVersion: 'v3.25',
      observedAt: '2026-01-02T03:04:05.678Z',
      reportIntervalSeconds: 900,
      verdict: 'NotReady',
      summary: { pass: 2, warn: 1, fail: 1, unknown: 2, notApplicable: 4 },
      profile: declareProfile({ typha: false, encapsulation: ['IPIP', 'VXLAN'] }, 'command line'),
      findings: sampleFindings.map(({ requirement, verdict, reason, observed }) => ({
        requirement,
        verdict,
        reason,
        observed,
      })),
      facts: {
        architecture: 'x86_64',
        unavailable: [{ fact: 'networkManager', reason: 'denied', source: 'etc/NetworkManager/conf.d' }],
      },
      conditions: [],
    },
  },
};
