import { serviceEnablements } from '@calico-readiness/requirements';
import type { ServiceState } from '@calico-readiness/requirements';
import { asBoolean, asBooleanOrNull, asOneOf, asRecord, withoutGaps } from './untyped';
import type { Untyped } from './untyped';

/** The services of a report by unit. A unit whose state has not its shape is left out. */
export function readServices(value: unknown): Record<string, ServiceState> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const services = Object.entries(asRecord(value)).map(
    ([unit, state]) => [unit, readService(asRecord(state))] as const,
  );
  return Object.fromEntries(
    services.filter((entry): entry is readonly [string, ServiceState] => entry[1] !== undefined),
  );
}

function readService(state: Untyped): ServiceState | undefined {
  const load = asOneOf(['loaded', 'masked', 'not-found'], state['load']);
  const enablement = asOneOf(serviceEnablements, state['enablement']);
  if (load === undefined || enablement === undefined) return undefined;
  return withoutGaps({
    load,
    enablement,
    active: asBoolean(state['active']) ?? null,
    startsAtBoot: asBoolean(state['startsAtBoot']) ?? null,
    rulesEnabled: asBooleanOrNull(state['rulesEnabled']),
  });
}
