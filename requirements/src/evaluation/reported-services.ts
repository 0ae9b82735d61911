import type { ServiceState, Services } from '../model/service';
import { emptyMap } from './empty-map';

/** A unit of which there is no file and that does nothing: what most hosts show of most firewall managers. */
const notInstalled: ServiceState = Object.freeze({
  load: 'not-found',
  enablement: 'not-found',
  active: false,
  startsAtBoot: false,
});

const isNotInstalled = (state: ServiceState): boolean =>
  state.rulesEnabled === undefined &&
  state.load === notInstalled.load &&
  state.enablement === notInstalled.enablement &&
  state.active === notInstalled.active &&
  state.startsAtBoot === notInstalled.startsAtBoot;

/** The units of a host as a NodeReport carries them: a state for each that is installed or was not wholly seen, a name for each other. */
export interface ReportedServices {
  readonly services: Services;
  readonly servicesNotInstalled?: readonly string[];
}

/** The compact form of the units' states. `fromReportedServices` turns it back. */
export function toReportedServices(services: Services): ReportedServices {
  const entries = Object.entries(services);
  const names = entries.filter(([, state]) => isNotInstalled(state)).map(([unit]) => unit);
  return {
    services: Object.fromEntries(entries.filter(([, state]) => !isNotInstalled(state))),
    ...(names.length > 0 && { servicesNotInstalled: names }),
  };
}

/** The units' states out of a report. One that a report names twice has the state that was written out. */
export function fromReportedServices({ services, servicesNotInstalled = [] }: ReportedServices): Services {
  const states = emptyMap<ServiceState>();
  servicesNotInstalled.forEach((unit) => {
    states[unit] = notInstalled;
  });
  return Object.assign(states, services);
}
