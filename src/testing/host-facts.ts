import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { NodeReport, ReportedFacts } from '@calico-readiness/requirements';

const golden = path.join(import.meta.dirname, '../../agent/fixtures/hosts/debian-12-arm64-stock/report.golden.json');

/** What the agent sees on a stock Debian 12, from its own fixtures. */
export const stockDebian: ReportedFacts = (JSON.parse(readFileSync(golden, 'utf8')) as NodeReport).status?.facts ?? {};

/** RHCOS that ignores Calico's interfaces and runs no firewall; what is left out was not observed. */
export const healthyFacts: ReportedFacts = {
  architecture: 'x86_64',
  kernelRelease: '5.14.0-570.12.1.el9_6.x86_64',
  operatingSystem: { id: 'rhcos', versionId: '4.20', variantId: 'coreos' },
  networkManager: {
    daemon: 'running',
    configurationFiles: ['etc/NetworkManager/conf.d/sdn.conf'],
    manages: {
      'cali*': false,
      tunl0: false,
      'vxlan.calico': false,
      'vxlan-v6.calico': false,
      'wireguard.cali': false,
      'wg-v6.cali': false,
    },
  },
  cloudSetup: { installed: false, starts: false, providers: [] },
};

/** NetworkManager takes tunl0, as on stock RHCOS. */
export const tunnelManaged: ReportedFacts = {
  ...healthyFacts,
  networkManager: {
    daemon: 'running',
    configurationFiles: ['etc/NetworkManager/conf.d/sdn.conf'],
    manages: { 'cali*': false, tunl0: true },
  },
};
