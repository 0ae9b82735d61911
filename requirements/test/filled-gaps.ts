import fc from 'fast-check';
import { kernelModuleTable } from '../src/derived/kernel-module-table';
import type { Fact } from '../src/model/fact';
import type { HostFacts } from '../src/model/host-facts';
import type { KernelModules } from '../src/model/kernel-module';
import { moduleStates } from '../src/model/kernel-module';
import type { NetworkManager } from '../src/model/network-manager';
import { calicoInterfaces } from '../src/model/network-manager';
import type { ServiceState, Services } from '../src/model/service';
import type { SystemdNetworkd } from '../src/model/systemd-networkd';

/** More than there are gaps: interfaces of either network manager, and two or three for each watched unit. */
const mostAnswers = 64;

/** States that say that something about the module could not be seen. */
const undecided: readonly string[] = ['unknown', 'unverified'];

const knownStates = moduleStates.filter((state) => !undecided.includes(state));

/** The same facts, with an answer wherever one of them says that it has none: an unknown module, an undecided interface, a unit whose activity nothing showed. */
export const withGapsFilled = (facts: HostFacts): fc.Arbitrary<HostFacts> =>
  fc
    .record({
      modules: fc.array(fc.constantFrom(...knownStates), {
        minLength: kernelModuleTable.length,
        maxLength: kernelModuleTable.length,
      }),
      answers: fc.array(fc.boolean(), { minLength: mostAnswers, maxLength: mostAnswers }),
    })
    .map(({ modules, answers }) => {
      let asked = 0;
      const answer = (): boolean => answers[asked++ % mostAnswers] ?? false;
      return {
        ...facts,
        kernelModules: within(facts.kernelModules, (known) => filledModules(known, modules)),
        networkManager: within(facts.networkManager, (known) => filledNetworkManager(known, answer)),
        systemdNetworkd: within(facts.systemdNetworkd, (known) => filledNetworkd(known, answer)),
        services: within(facts.services, (known) => filledServices(known, answer)),
      };
    });

const within = <T>(fact: Fact<T>, change: (value: T) => T): Fact<T> =>
  fact.status === 'observed' ? { ...fact, value: change(fact.value) } : fact;

const filledModules = (known: KernelModules, states: readonly (typeof knownStates)[number][]): KernelModules => ({
  ...known,
  ...Object.fromEntries(
    kernelModuleTable.flatMap(({ name }, index) => {
      const state = known[name] ?? 'unknown';
      return undecided.includes(state) ? [[name, states[index] ?? 'missing']] : [];
    }),
  ),
});

const filledNetworkManager = (known: NetworkManager, answer: () => boolean): NetworkManager => ({
  ...known,
  manages: Object.fromEntries(calicoInterfaces.map((name) => [name, known.manages[name] ?? answer()])),
});

const filledNetworkd = (known: SystemdNetworkd, answer: () => boolean): SystemdNetworkd => ({
  ...known,
  ...(known.daemon === 'unknown' && { daemon: answer() ? 'running' : 'stopped' }),
  startsAtBoot: known.startsAtBoot ?? answer(),
  manages: Object.fromEntries(calicoInterfaces.map((name) => [name, known.manages?.[name] ?? answer()])),
});

const filledServices = (known: Services, answer: () => boolean): Services =>
  Object.fromEntries(Object.entries(known).map(([unit, state]) => [unit, filledService(state, answer)]));

/** What has no unit file does not run, so that its activity is no gap. */
const filledService = (state: ServiceState, answer: () => boolean): ServiceState => ({
  ...state,
  active: state.active ?? (state.load !== 'not-found' && answer()),
  startsAtBoot: state.startsAtBoot ?? (state.load === 'loaded' && answer()),
  ...(state.rulesEnabled === null && { rulesEnabled: answer() }),
});
