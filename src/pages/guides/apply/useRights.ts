import { useEffect, useState } from 'react';
import { mayDo } from '../../../console/access';
import type { AskedAccess } from '../../../console/access';
import {
  machineConfigKind,
  machineConfigPoolKind,
  machineConfigurationKind,
  nodeReportKind,
} from '../../../k8s/models';
import type { ResourceKind } from '../../../k8s/models';

/** What the user may do; undefined where the API did not say, and then the API decides when it is tried. */
export interface Rights {
  readonly create: boolean | undefined;
  readonly update: boolean | undefined;
  readonly delete: boolean | undefined;
  readonly recheck: boolean | undefined;
  /** Of the node disruption policy. */
  readonly policy: boolean | undefined;
  /** Of a paused pool. */
  readonly resume: boolean | undefined;
}

const ask = ({ group = '', plural }: ResourceKind, verb: AskedAccess['verb']): Promise<boolean | undefined> =>
  mayDo({ group, resource: plural, verb });

/** Null until the answers are there. */
export function useRights(): Rights | null {
  const [rights, setRights] = useState<Rights | null>(null);
  useEffect(() => {
    let stopped = false;
    void Promise.all([
      ask(machineConfigKind, 'create'),
      ask(machineConfigKind, 'update'),
      ask(machineConfigKind, 'delete'),
      ask(nodeReportKind, 'patch'),
      ask(machineConfigurationKind, 'patch'),
      ask(machineConfigPoolKind, 'patch'),
    ]).then(([create, update, remove, recheck, policy, resume]) => {
      if (!stopped) setRights({ create, update, delete: remove, recheck, policy, resume });
    });
    return () => {
      stopped = true;
    };
  }, []);
  return rights;
}
