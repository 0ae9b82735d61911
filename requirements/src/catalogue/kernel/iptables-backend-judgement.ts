import type { HostFacts } from '../../model/host-facts';
import type { KernelModules, ModuleState } from '../../model/kernel-module';
import type { Judgement } from '../../model/requirement';

/** The path that iptables-legacy in the calico-node container can run; Felix itself does not look at it. */
const usualModprobe = ['/sbin/modprobe', '/usr/sbin/modprobe'];

/** Judges which variants of iptables are in use, and whether legacy iptables could load its modules. */
export function judgeIptablesBackend(modules: KernelModules, facts: HostFacts): Judgement {
  const [ipv4, ipv6] = [stateOf('ip_tables', modules), stateOf('ip6_tables', modules)];
  // Each of the two has tables of its own, so that IPv6 alone can be legacy.
  if (isInKernel(ipv4) || isInKernel(ipv6)) {
    const tables = judgeTables(modules, facts);
    return tables.outcome === 'met' && tables.reason === 'LegacyNotInUse' ? judgeLoading(ipv4, tables, facts) : tables;
  }
  if (ipv4 !== 'unknown' && ipv6 === 'unknown')
    return { outcome: 'undetermined', reason: 'BackendUndecided', observed: 'ip6_tables: unknown' };
  return judgeLoading(
    ipv4,
    {
      outcome: 'met',
      reason: 'LegacyNotInUse',
      observed: `ip_tables: ${isLoadable(ipv4) ? 'not loaded' : 'not available'}`,
    },
    facts,
  );
}

/** What a legacy iptables that is not in use meets when it starts: `otherwise`, unless its module has yet to be loaded. */
function judgeLoading(ipv4: ModuleState, otherwise: Judgement, facts: HostFacts): Judgement {
  if (ipv4 === 'unknown')
    return { outcome: 'undetermined', reason: 'BackendUndecided', observed: 'ip_tables: unknown' };
  return isLoadable(ipv4) && !isLoadedAtBoot(facts) ? judgeModprobe(facts) : otherwise;
}

/** A module whose signature is in doubt is as undecided as one that was not seen. */
function stateOf(name: string, modules: KernelModules): ModuleState {
  const state = modules[name] ?? 'unknown';
  return state === 'unverified' ? 'unknown' : state;
}

const isLoadedAtBoot = ({ moduleLoading }: HostFacts): boolean =>
  moduleLoading.status === 'observed' && moduleLoading.value.atBoot?.includes('ip_tables') === true;

const isInKernel = (state: ModuleState): boolean => state === 'loaded' || state === 'built-in';

const isLoadable = (state: ModuleState): boolean => state === 'loadable' || state === 'blacklisted';

function judgeTables(modules: KernelModules, { legacyIptables }: HostFacts): Judgement {
  if (legacyIptables.status === 'unavailable') {
    return { outcome: 'undetermined', reason: 'BackendUndecided', observed: 'legacy tables: not seen' };
  }
  const tables = [...new Set([...legacyIptables.value.tables, ...legacyIptables.value.ip6Tables])];
  if (tables.length === 0) return { outcome: 'met', reason: 'LegacyNotInUse', observed: 'legacy tables: none' };
  const nft = stateOf('nft_compat', modules);
  const observed = `legacy tables: ${tables.join(', ')}; nft_compat: ${nft}`;
  switch (nft) {
    // It is loaded when iptables-nft first uses a match or target, and a table exists once legacy iptables used it.
    case 'loaded':
      return { outcome: 'caution', reason: 'BothBackendsInUse', observed };
    case 'built-in':
    case 'unknown':
      return { outcome: 'undetermined', reason: 'BackendUndecided', observed };
    default:
      return { outcome: 'met', reason: 'LegacyOnly', observed };
  }
}

function judgeModprobe({ modprobePath }: HostFacts): Judgement {
  if (modprobePath.status === 'unavailable') {
    return {
      outcome: 'undetermined',
      reason: 'BackendUndecided',
      observed: 'ip_tables: not loaded; modprobe: not seen',
    };
  }
  const observed = `ip_tables: not loaded; modprobe: ${modprobePath.value === '' ? 'none' : modprobePath.value}`;
  return usualModprobe.includes(modprobePath.value)
    ? { outcome: 'met', reason: 'LegacyNotInUse', observed }
    : { outcome: 'caution', reason: 'LegacyCanNotLoad', observed };
}
