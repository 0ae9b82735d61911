import { useEffect, useState } from 'react';
import type { MachineConfigObject } from '@calico-readiness/requirements';
import type { AnnotatedYaml } from './machine-config-yaml';

export type YamlState =
  | { readonly status: 'loading' }
  | { readonly status: 'failed' }
  | { readonly status: 'ready'; readonly yaml: AnnotatedYaml };

/** The object as YAML, as soon as the part of the plugin that writes YAML has arrived. `object` must keep its identity. */
export function useAnnotatedYaml(object: MachineConfigObject): YamlState {
  const [state, setState] = useState<YamlState>({ status: 'loading' });
  useEffect(() => {
    let stopped = false;
    const settle = (next: YamlState) => {
      if (!stopped) setState(next);
    };
    import('./machine-config-yaml').then(
      ({ annotatedYaml }) => {
        settle({ status: 'ready', yaml: annotatedYaml(object) });
      },
      () => {
        settle({ status: 'failed' });
      },
    );
    return () => {
      stopped = true;
    };
  }, [object]);
  return state;
}
