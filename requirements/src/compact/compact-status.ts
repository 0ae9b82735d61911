import type { ClusterProfile } from '../model/cluster-profile';
import type { OperatingSystem } from '../model/host-facts';
import type { NodeReportStatus } from '../model/report/node-report';
import type { ReportedFinding } from '../model/report/reported-finding';
import { writeCompactLine } from './compact-line';
import type { CompactFinding, CompactSystem } from './compact-report';
import { shortHash } from './short-hash';

/** The compact line of a status; undefined where a line can't carry it. */
export function compactLineOf(status: Omit<NodeReportStatus, 'compact'>): string | undefined {
  const { verdict, findings, notApplicable = [], nodeUID, reportIntervalSeconds, profile, facts } = status;
  const { operatingSystem, architecture } = facts;
  return writeCompactLine({
    verdict,
    findings: [
      ...findings.map(compactFinding),
      ...notApplicable.map((requirement): CompactFinding => ({
        requirement,
        verdict: 'NotApplicable',
        reason: 'NotApplicable',
      })),
    ],
    ...(nodeUID !== undefined && { nodeUID }),
    reportIntervalSeconds,
    profileMark: profileMark(profile),
    ...(operatingSystem !== undefined && { operatingSystem: compactSystem(operatingSystem) }),
    ...(architecture !== undefined && { architecture }),
  });
}

/** The same for two profiles of which every field has the same value and the same origin, whatever the order of keys. */
export const profileMark = (profile: ClusterProfile): string =>
  shortHash(
    JSON.stringify(profile, (_name, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
        : value,
    ),
  );

/** Since when something is met is told by whole reports only. */
function compactFinding({ requirement, verdict, reason, since }: ReportedFinding): CompactFinding {
  const seconds = verdict === 'Pass' || since === undefined ? Number.NaN : Math.floor(Date.parse(since) / 1000);
  return { requirement, verdict, reason, ...(seconds >= 0 && { since: seconds }) };
}

function compactSystem({
  id,
  versionId,
  idLike,
  variantId,
  rhelVersion,
  openshiftVersion,
}: OperatingSystem): CompactSystem {
  return {
    id,
    ...(versionId !== undefined && { versionId }),
    ...(idLike !== undefined && { idLike }),
    ...(variantId !== undefined && { variantId }),
    ...(rhelVersion !== undefined && { rhelVersion }),
    ...(openshiftVersion !== undefined && { openshiftVersion }),
  };
}
