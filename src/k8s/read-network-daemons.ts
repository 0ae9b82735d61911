import {
  calicoInterfaces,
  networkManagerDaemonStates,
  systemdNetworkdDaemonStates,
  unmanagedListChanges,
} from '@calico-readiness/requirements';
import type { NetworkManager, SystemdNetworkd, UnmanagedList } from '@calico-readiness/requirements';
import { asBoolean, asBooleanOrNull, asOneOf, asRecord, asText, asTexts, withoutGaps } from './untyped';
import type { Untyped } from './untyped';

/** What a report says of NetworkManager; without the state of its daemon it says nothing. */
export function readNetworkManager(manager: Untyped): NetworkManager | undefined {
  const daemon = asOneOf(networkManagerDaemonStates, manager['daemon']);
  if (daemon === undefined) return undefined;
  const manages = asRecord(manager['manages']);
  const live = asRecord(manager['live']);
  return withoutGaps({
    daemon,
    configurationFiles: asTexts(manager['configurationFiles']) ?? [],
    manages: withoutGaps(Object.fromEntries(calicoInterfaces.map((name) => [name, asBooleanOrNull(manages[name])]))),
    live:
      manager['live'] === undefined
        ? undefined
        : withoutGaps(Object.fromEntries(calicoInterfaces.map((name) => [name, asBoolean(live[name])]))),
    unmanagedLists: readUnmanagedLists(manager['unmanagedLists']),
    refusedFile: asText(manager['refusedFile']),
  });
}

/** None where the field is left out; what has not its shape is dropped. */
function readUnmanagedLists(lists: unknown): readonly UnmanagedList[] | undefined {
  if (!Array.isArray(lists)) return undefined;
  return lists.map(asRecord).flatMap((item) => {
    const [file, list] = [asText(item['file']), asText(item['list'])];
    const change = asOneOf(unmanagedListChanges, item['change']);
    if (file === undefined || list === undefined || change === undefined) return [];
    return [withoutGaps({ file, change, list, holdsMore: asBoolean(item['holdsMore']) })];
  });
}

/** What a report says of networkd. Left out means that it is absent, so what has not its shape is kept, as unknown. */
export function readSystemdNetworkd(networkd: Untyped): SystemdNetworkd {
  const daemon = asOneOf(systemdNetworkdDaemonStates, networkd['daemon']);
  if (daemon === undefined) return { daemon: 'unknown' };
  const [manages, files] = [asRecord(networkd['manages']), asRecord(networkd['files'])];
  return withoutGaps({
    daemon,
    startsAtBoot: asBooleanOrNull(networkd['startsAtBoot']),
    manages: withoutGaps(Object.fromEntries(calicoInterfaces.map((name) => [name, asBooleanOrNull(manages[name])]))),
    files:
      networkd['files'] === undefined
        ? undefined
        : withoutGaps(Object.fromEntries(calicoInterfaces.map((name) => [name, asText(files[name])]))),
  });
}
