import type { NodeRow } from '../../../fleet/node-row';
import { RolloutTable } from './RolloutTable';
import type { Application } from './useApplication';
import type { Rights } from './useRights';
import { Verification } from './Verification';

interface RolloutProps {
  readonly application: Application;
  readonly rows: readonly NodeRow[];
  readonly rights: Rights | null;
}

/** What the pools say, and what the reports say: two things. */
export const Rollout = ({ application, rows, rights }: RolloutProps) => (
  <>
    <RolloutTable
      pools={application.pools}
      verification={application.verification}
      isRemoval={application.phase === 'removing'}
    />
    {application.phase !== 'removing' && (
      <Verification verification={application.verification} pools={application.pools} rows={rows} rights={rights} />
    )}
  </>
);
