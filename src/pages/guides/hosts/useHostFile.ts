import { useEffect, useState } from 'react';
import { hostScript, inEnglish } from '@calico-readiness/requirements';
import type { Guide, HostGroups } from '@calico-readiness/requirements';
import type { HostFileKind } from './host-file';

export type HostFileState =
  { readonly status: 'loading' } | { readonly status: 'failed' } | { readonly status: 'ready'; readonly text: string };

/** The text of the file, as soon as what writes YAML has arrived. `hosts` must keep its identity. */
export function useHostFile(guide: Guide, kind: HostFileKind, hosts: HostGroups): HostFileState {
  const [state, setState] = useState<HostFileState>({ status: 'loading' });
  useEffect(() => {
    let stopped = false;
    const settle = (next: HostFileState) => {
      if (!stopped) setState(next);
    };
    textOf(guide, kind, hosts).then(
      (text) => {
        settle({ status: 'ready', text });
      },
      () => {
        settle({ status: 'failed' });
      },
    );
    return () => {
      stopped = true;
    };
  }, [guide, kind, hosts]);
  return state;
}

async function textOf(guide: Guide, kind: HostFileKind, { groups }: HostGroups): Promise<string> {
  if (kind === 'script') return hostScript(guide.id, inEnglish(guide.title), groups);
  const { playbookYaml } = await import('./playbook-yaml');
  return playbookYaml(guide, groups);
}
