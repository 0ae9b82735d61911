import type { HostFacts } from '@calico-readiness/requirements';
import { oneLine } from '../foundation/untrusted-text';

const longestText = 200;

/** Why NetworkManager still manages an interface, beyond what the finding says: the file whose list counts; empty where none has one. */
export function whyStillManaged({ networkManager }: Pick<HostFacts, 'networkManager'>): string {
  const lists = networkManager.status === 'observed' ? (networkManager.value.unmanagedLists ?? []) : [];
  const deciding = lists.filter(({ change }) => change === 'sets').at(-1);
  if (deciding === undefined) return '';
  const excepting = lists.find(({ list }) => /except:/i.test(list));
  const sets = `/${oneLine(deciding.file, longestText)} is read last of those that set unmanaged-devices.`;
  return excepting === undefined
    ? sets
    : `${sets} /${oneLine(excepting.file, longestText)} excepts interfaces from the list.`;
}
