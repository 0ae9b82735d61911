import type { NodeReportStatus } from '@calico-readiness/requirements';
import { hostVariants, type HostVariant } from './host-variants';
import { sampleReport } from './sample-report';

const predictedOf = (variant: HostVariant): readonly string[] => {
  const at = '2026-01-01T00:00:00.000Z';
  const node = { apiVersion: 'v1', kind: 'Node', metadata: { name: 'a', uid: 'uid' } };
  const { findings } = sampleReport(node, variant, at, at)['status'] as NodeReportStatus;
  return findings.flatMap(({ requirement, prediction }) =>
    prediction === undefined
      ? []
      : [`${requirement}: ${prediction.verdict} ${prediction.reason} (${prediction.guide})`],
  );
};

describe('what the reports of the sample fleet predict', () => {
  it('is what an agent predicts on such hosts: some changes suffice, one does not, and some hosts have none', () => {
    const predicted = Object.keys(hostVariants).map((name) => [name, predictedOf(name as HostVariant)]);
    expect(Object.fromEntries(predicted)).toEqual({
      stock: [],
      'networkmanager-manages-vxlan': ['networkmanager-ignores-vxlan-calico: Pass InterfaceIgnored (networkmanager)'],
      'networkmanager-manages-everything': [
        'networkmanager-ignores-cali: Pass InterfaceIgnored (networkmanager)',
        'networkmanager-ignores-vxlan-calico: Pass InterfaceIgnored (networkmanager)',
      ],
      'networkmanager-list-replaced': ['networkmanager-ignores-vxlan-calico: Pass InterfaceIgnored (networkmanager)'],
      'networkmanager-not-readable': [],
      'firewalld-active': ['firewalld-disabled: Pass FirewalldOff (firewalld)'],
      'nftables-starts-at-boot': ['iptables-managers-disabled: Pass ManagersOff (firewalld)'],
      'modules-not-installed': [],
      'modules-blocked': ['vxlan-tunnel: Fail ModuleBlocked (kernel-modules)'],
      'kernel-too-old-for-ebpf': [],
    });
  });
});
