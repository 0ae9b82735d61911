import { declareProfile } from '@calico-readiness/requirements';
import type { PrintableFinding, PrintableReport } from './printable-report';

const finding = (fields: Partial<PrintableFinding> & Pick<PrintableFinding, 'requirement' | 'verdict' | 'title'>): PrintableFinding => ({
  chapter: 'node',
  scope: 'host',
  level: 'required',
  reason: fields.verdict,
  observed: '',
  needed: 'what the sentence asks for',
  remedy: '',
  guide: 'operating-system',
  holdsReadyBack: false,
  ...fields,
});

const findings: readonly PrintableFinding[] = [
  finding({ requirement: 'processor-architecture-supported', verdict: 'Pass', title: 'The processor architecture is supported', observed: 'x86_64', needed: 'x86-64, arm64, ppc64le or s390x', reason: 'Supported' }),
  finding({ requirement: 'linux-distribution-supported', level: 'recommended', verdict: 'Warn', title: 'This distribution is not one that is known to work', observed: 'Красная Шапка 7 | <script>alert(1)</script> @everyone `x` [link](javascript:1) '.repeat(2).trim(), needed: 'RHEL 7 or RHCOS', remedy: 'Use one of the listed distributions, or compare the kernel dependencies below.', reason: 'NotListed' }),
  finding({ requirement: 'firewalld-disabled', verdict: 'Fail', title: 'firewalld is active', observed: '=active, enabled', breaks: ['firewalld.service: Forwarded traffic of pods, between nodes and to services; BGP from other nodes.'], needed: 'not active and not started at boot', remedy: 'Run systemctl disable --now firewalld.service, after the rules that it holds were moved to Calico policies.', guide: 'firewalld', reason: 'FirewalldActive' }),
  finding({ requirement: 'networkmanager-ignores-cali', verdict: 'Unknown', title: 'NetworkManager leaves cali* interfaces alone', observed: 'networkManager: denied (etc/NetworkManager/conf.d)', needed: 'cali* unmanaged', remedy: 'The agent may not read the files that would show it. Look on the node: nmcli device status', guide: 'networkmanager', reason: 'EvidenceDenied', holdsReadyBack: true }),
  finding({ requirement: 'bgp-port-open', chapter: 'network', scope: 'flow', verdict: 'Unknown', title: 'BGP between nodes is open', needed: 'TCP 179 from and to all nodes', remedy: 'Not tested yet. Look on the node: ss -ltn sport = :179', guide: 'ports', reason: 'NotTested' }),
  finding({ requirement: 'typha-port-open', chapter: 'network', scope: 'flow', verdict: 'NotApplicable', title: 'Typha can be reached', guide: 'ports', reason: 'NotApplicable', notApplicableBecause: 'Typha is not used' }),
  finding({ requirement: 'match-set', chapter: 'kernel', verdict: 'Pass', title: 'The set match is available', observed: 'xt_set loadable', needed: 'xt_set', guide: 'kernel-modules', reason: 'Available' }),
  finding({ requirement: 'wireguard-tunnel', chapter: 'kernel', verdict: 'NotApplicable', title: 'WireGuard is available', guide: 'kernel-modules', reason: 'NotApplicable', notApplicableBecause: 'WireGuard is not enabled' }),
  finding({ requirement: 'ebpf', chapter: 'kernel', verdict: 'NotApplicable', title: 'eBPF is available', guide: 'ebpf', reason: 'NotApplicable', notApplicableBecause: 'The dataplane is not eBPF' }),
  finding({ requirement: 'xdp', chapter: 'kernel', verdict: 'NotApplicable', title: 'XDP is available', guide: 'ebpf', reason: 'NotApplicable', notApplicableBecause: 'The dataplane is not eBPF' }),
];

/** A report with every verdict, hostile host text and empty cells, for the printers' specs; its texts are not the catalogue's. */
export const sampleReport: PrintableReport = {
  node: 'worker-1.example.com',
  connectivity: 'NotVerified',
  findings,
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
      findings: findings.map(({ requirement, verdict, reason, observed }) => ({ requirement, verdict, reason, observed })),
      facts: { architecture: 'x86_64', unavailable: [{ fact: 'networkManager', reason: 'denied', source: 'etc/NetworkManager/conf.d' }] },
      conditions: [],
    },
  },
};
