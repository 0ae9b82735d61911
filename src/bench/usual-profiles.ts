import type { Fleet } from '../fleet/build-fleet';
import { fleetProfile } from '../fleet/fleet-profile';
import { releaseCandidates } from '../fleet/profiles/profile-candidates';
import { ProfileEvaluation } from '../fleet/profiles/profile-evaluation';

/** All usual profiles in two releases, as the page of profiles evaluates them. Returns what does so again. */
export function usualProfiles(fleet: Fleet): () => void {
  const present = fleetProfile(fleet)?.profile;
  if (present === undefined) throw new Error('The fleet has no profile');
  const values = releaseCandidates(present).flatMap(({ candidates }) => candidates.map((each) => each.values));
  const evaluation = new ProfileEvaluation(values);
  return () => {
    const rows = evaluation.fits(fleet);
    while (rows.next().done !== true);
  };
}

/** The worst case: nothing that was found of one node says anything of another. */
export function unlike(fleet: Fleet): Fleet {
  const rows = fleet.rows.map((row, index) => {
    if (row.report === undefined) return row;
    const { facts } = row.report;
    const kernelRelease = `${facts.kernelRelease ?? ''}.n${String(index)}`;
    return {
      ...row,
      report: { ...row.report, findings: new Map(row.report.findings), facts: { ...facts, kernelRelease } },
    };
  });
  return { ...fleet, rows };
}
