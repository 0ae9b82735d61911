import type { Fact } from '@calico-readiness/requirements';
import { observed, unavailable } from '@calico-readiness/requirements';
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
