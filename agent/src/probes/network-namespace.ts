import type { Fact } from '@calico-readiness/requirements';
import { observed, unavailable } from '@calico-readiness/requirements';
import type { Host } from '../host/host';
import type { HostFiles } from '../host/host-files';
import { firstThere } from './read-parsed';

/**
 * The directory with the tables of the host's network namespace: that of its first process. /proc/net is the
 * reader's own, and so the second choice; a captured tree may have nothing else. No kernel shows an empty one.
 */
export const networkTables = (files: HostFiles): Promise<Fact<string>> =>
  firstThere(
    ['proc/1/net', 'proc/net'].map((directory) => async () => {
      const names = await files.list(directory);
      if (names.status === 'unavailable') return names;
      return names.value.length > 0 ? observed(directory, directory) : unavailable('malformed', directory, 'is empty');
    }),
  );

/**
 * Whether /proc/sys/net, which shows the network namespace of whoever reads it (proc_sys_net(5)), below a mounted /proc as
 * well, shows the host's. On the running system it does where the reader is in the namespace of the first process, which
 * takes the right to look at that process (namespaces(7)). A captured tree holds what the host showed to who captured it.
 */
export async function showsHostNetwork({ files, live }: Host): Promise<boolean> {
  if (!live) return true;
  const [own, first] = await Promise.all([files.readLink('proc/self/ns/net'), files.readLink('proc/1/ns/net')]);
  return own.status === 'observed' && first.status === 'observed' && own.value === first.value;
}
