import type { RequirementCounts } from '@calico-readiness/requirements';

/** The counts of a requirement before any node is counted. */
export const noCount = (): Record<Exclude<keyof RequirementCounts, 'requirement'>, number> => ({
  pass: 0,
  warn: 0,
  fail: 0,
  unknown: 0,
  notApplicable: 0,
  waived: 0,
});

/** Where nothing is waived nothing is said of it: a definition that is older than waivers knows no such field. */
export const withoutNone = <Counts extends { readonly waived: number }>({ waived, ...counts }: Counts) => ({
  ...counts,
  ...(waived > 0 && { waived }),
});
