import fc from 'fast-check';
import { planFleet } from './fleet-plan';
import { hostVariants } from './host-variants';
import { sampleNode } from './sample-node';
import { sampleReport } from './sample-report';

describe('the sample fleet', () => {
  it('has as many nodes as asked for, each with its own name', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), (nodes) => {
        const plan = planFleet(nodes);
        expect(plan).toHaveLength(nodes);
        expect(new Set(plan.map(({ name }) => name)).size).toBe(nodes);
      }),
      { numRuns: 30 },
    );
  });

  it('is the same every time', () => {
    expect(planFleet(100)).toEqual(planFleet(100));
  });

  it('shows every kind of host and every kind of silence', () => {
    const plan = planFleet(100);
    const shown = [...plan, ...planFleet(20, 'conflicting-files')].map(({ variant }) => variant);
    expect([...new Set(shown)].sort()).toEqual(Object.keys(hostVariants).sort());
    expect([...new Set(plan.map(({ reporting }) => reporting))].sort()).toEqual(['fresh', 'none', 'stale']);
  });
});

describe('a sample report', () => {
  const [planned] = planFleet(1);
  const node = sampleNode(planned!, '2026-01-01T00:00:00Z');

  it.each([
    ['stock', 'Ready', []],
    ['networkmanager-manages-vxlan', 'NotReady', ['networkmanager-ignores-vxlan-calico']],
    ['networkmanager-list-replaced', 'NotReady', ['networkmanager-ignores-vxlan-calico']],
    ['networkmanager-not-readable', 'Unknown', []],
    ['firewalld-active', 'NotReady', ['firewalld-disabled']],
    ['nftables-starts-at-boot', 'NotReady', ['iptables-managers-disabled']],
    ['modules-blocked', 'NotReady', ['vxlan-tunnel']],
    ['kernel-too-old-for-ebpf', 'Ready', []],
  ] as const)('of the host %s says %s', (variant, verdict, failures) => {
    const { status } = sampleReport(node, variant, '2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z') as unknown as {
      status: { verdict: string; observedAt: string; findings: { requirement: string; verdict: string }[] };
    };
    expect([
      status.verdict,
      status.findings.filter((finding) => finding.verdict === 'Fail').map(({ requirement }) => requirement),
    ]).toEqual([verdict, failures]);
    expect(status.observedAt).toBe('2026-01-02T00:00:00Z');
  });
});
