import fc from 'fast-check';
import { watchedUnits } from '../src/derived/firewall-units';
import { kernelModuleTable, kernelSymbols } from '../src/derived/kernel-module-table';
import { observed } from '../src/model/fact';
import type { HostFacts, HostFactValues } from '../src/model/host-facts';
import { hostFactNames } from '../src/model/host-facts';
import { moduleStates } from '../src/model/kernel-module';
import { calicoInterfaces, networkManagerDaemonStates } from '../src/model/network-manager';
import { arbitraryFact, arbitraryService, unseenFact } from './arbitrary-facts';
import { stockHost, stockValues } from './stock-host';

type Change = (facts: HostFacts) => HostFacts;

/** Changes the value of a fact that is observed. */
const within =
  <Name extends keyof HostFactValues>(
    name: Name,
    change: (value: HostFactValues[Name]) => HostFactValues[Name],
  ): Change =>
  (facts) => {
    const fact = facts[name];
    return fact.status === 'observed'
      ? { ...facts, [name]: observed(change(fact.value as HostFactValues[Name]), 'a test') }
      : facts;
  };

const moduleNames = kernelModuleTable.map(({ name }) => name);

const change: fc.Arbitrary<Change> = fc.oneof(
  fc
    .tuple(fc.constantFrom(...moduleNames), fc.constantFrom(...moduleStates))
    .map(([name, state]) => within('kernelModules', (modules) => ({ ...modules, [name]: state }))),
  fc
    .tuple(fc.constantFrom(...kernelSymbols), fc.constantFrom('m' as const, 'n' as const))
    .map(([name, value]) => within('kernelConfiguration', (symbols) => ({ ...symbols, [name]: value }))),
  fc
    .tuple(fc.constantFrom(...watchedUnits), arbitraryService)
    .map(([unit, state]) => within('services', (services) => ({ ...services, [unit]: state }))),
  fc
    .tuple(fc.constantFrom(...calicoInterfaces), fc.constantFrom(true, null))
    .map(([name, managed]) =>
      within('networkManager', (manager) => ({ ...manager, manages: { ...manager.manages, [name]: managed } })),
    ),
  fc
    .tuple(fc.constantFrom(...calicoInterfaces), fc.boolean())
    .map(([name, managed]) =>
      within('networkManager', (manager) => ({ ...manager, live: { ...manager.live, [name]: managed } })),
    ),
  fc
    .constantFrom(...networkManagerDaemonStates)
    .map((daemon) => within('networkManager', (manager) => ({ ...manager, daemon }))),
  fc
    .constantFrom(...hostFactNames)
    .chain((name) => fc.tuple(fc.constant(name), fc.oneof(arbitraryFact(name), unseenFact)))
    .map(([name, fact]) => (facts: HostFacts) => ({ ...facts, [name]: fact })),
);

/**
 * Facts of a host that has everything but for a few things. Among wholly random facts nearly every requirement fails
 * for several reasons at once, and what a single gap does is not seen.
 */
export const nearlyStockFacts: fc.Arbitrary<HostFacts> = fc
  .array(change, { minLength: 1, maxLength: 4 })
  .map((changes) => changes.reduce<HostFacts>((facts, apply) => apply(facts), stockHost(stockValues)));
