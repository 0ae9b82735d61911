import type { Guide, GuideSituation } from '@calico-readiness/requirements';
import { guideById, noSituation } from '@calico-readiness/requirements';

/** A guide with a MachineConfig, and the nodes that its example is for. */
export interface SampleGuide {
  readonly guide: Guide;
  readonly situation: GuideSituation;
}

const sample = (id: string, situation: Partial<GuideSituation> = {}): SampleGuide => {
  const guide = guideById(id);
  if (guide === undefined) throw new Error(`no guide ${id}`);
  return { guide, situation: { ...noSituation, ...situation } };
};

/** Every guide that writes a MachineConfig. Which modules and units one names hangs on the nodes: these are examples. */
export const guidesOfSamples: readonly SampleGuide[] = [
  sample('networkmanager'),
  sample('kernel-modules', { modules: { loadable: ['ip_set', 'vxlan', 'xt_set'] } }),
  sample('firewalld', { firewallUnits: ['firewalld.service', 'nftables.service'] }),
];
