import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ReportedFacts } from '@calico-readiness/requirements';
import { declareProfile, guideById, noSituation, toReportedFacts } from '@calico-readiness/requirements';
import type { LaidChange } from '../../src/host/overlay/laid-change';
import { maskOf } from '../../src/host/overlay/laid-change';
import type { Change } from '../../src/prediction/change';
import { together } from '../../src/prediction/change';
import { changesFor, stepsOf } from '../../src/prediction/guide-predictions';
import { predictHost } from '../../src/prediction/predict-host';
import { withinLimits } from '../../src/publish/within-limits';
import { fixtureHosts } from '../fixture-hosts';
import { laidFile } from './laid-file';

/** The facts that the sample fleet of the standalone host takes its predictions from. */
export const goldenPredictions = fileURLToPath(
  new URL('../../../standalone/server/src/sample/predicted-facts.golden.json', import.meta.url),
);

const directory = 'etc/NetworkManager/conf.d';
const documented = guideById('networkmanager')?.change(noSituation).files[0];
const prepared = laidFile(join(directory, 'calico.conf'), documented?.content ?? '');

/** What makes a tree of the fixtures the host of the sample fleet that has this name (standalone/server/src/sample/host-variants.ts). */
const variants: Readonly<Record<string, readonly [string, ...(readonly LaidChange[])]>> = {
  'networkmanager-manages-vxlan': ['rhcos-4.20'],
  'networkmanager-manages-everything': ['rhcos-4.20', laidFile(join(directory, 'sdn.conf'), '')],
  'networkmanager-list-replaced': [
    'rhcos-4.20',
    laidFile(join(directory, 'zz-site.conf'), '[keyfile]\nunmanaged-devices=interface-name:eth1\n'),
  ],
  'firewalld-active': ['rhel-9.4-firewalld', prepared],
  'nftables-starts-at-boot': [
    'rhel-9.4-firewalld',
    prepared,
    maskOf('firewalld.service'),
    { kind: 'enable', unit: 'nftables.service' },
  ],
  'modules-blocked': ['rhcos-4.20', prepared, laidFile('etc/modprobe.d/hardening.conf', 'install vxlan /bin/false\n')],
};

const profile = declareProfile({ encapsulation: ['VXLAN'], bgp: false }, 'fixture');
const changeOf = (steps: readonly LaidChange[]): Change => ({ steps, refused: [], unrepresented: [] });

/** The facts of each host of the sample fleet after the next boot with each guide's change, as the agent predicts them; as text. */
export async function samplePredictions(): Promise<string> {
  const all: Record<string, Record<string, ReportedFacts>> = {};
  for (const [variant, [base, ...steps]] of Object.entries(variants)) {
    const hostRoot = fixtureHosts.find(({ name }) => name === base)?.root ?? base;
    const host = changeOf(steps);
    const { observation } = await predictHost({ hostRoot, profile }, host);
    const facts: Record<string, ReportedFacts> = {};
    for (const change of changesFor(observation)) {
      const then = await predictHost({ hostRoot, profile }, together([host, stepsOf(change)]));
      facts[change.guide] = withinLimits(toReportedFacts(then.observation.facts), ['facts']);
    }
    all[variant] = facts;
  }
  return `${JSON.stringify(all)}\n`;
}
