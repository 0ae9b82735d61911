import type { FlowKey, HostDevice } from '@calico-readiness/requirements';
import { countsForSize, packetSize } from '@calico-readiness/requirements';
import type { ReadDevices } from '../../host/flows/network-devices';
import type { Clock } from '../clock';
import type { VisitQuestion } from './visit-probe';

/** Milliseconds for which what was read of devices counts; Felix itself looks every thirty seconds. */
const freshFor = 30_000;

/** How large Calico's packets over a flow are on this host; undefined where it is not known. */
export type SizeOf = (flow: FlowKey) => number | undefined;

/** Tells the sizes of packets by the devices of this host, which are read once for several visits. */
export class RememberedSizes {
  private last:
    { readonly of: VisitQuestion['profile']; readonly until: number; readonly devices: Devices } | undefined;

  constructor(
    private readonly read: ReadDevices,
    private readonly clock: Clock,
  ) {}

  /** The sizes for a visit. Never rejects. */
  async of({ profile, network }: Pick<VisitQuestion, 'profile' | 'network'>): Promise<SizeOf> {
    const now = this.clock.steady();
    if (this.last?.of !== profile || now >= this.last.until) {
      const devices = await this.read((name) => countsForSize(name, profile));
      this.last = { of: profile, until: now + freshFor, devices };
    }
    const { devices } = this.last;
    return (flow) => (devices === undefined ? undefined : packetSize(flow, profile, network.tunnels, devices));
  }
}

type Devices = readonly HostDevice[] | undefined;
