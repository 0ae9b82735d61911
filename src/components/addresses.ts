import type { Connectivity } from '@calico-readiness/requirements';
import type { RowVerdict } from '../fleet/node-row';

export const overviewPath = '/calico-readiness';
export const matrixPath = '/calico-readiness/nodes';

/** Which of the usual profiles of Calico the nodes are ready for. */
export const profilesPath = '/calico-readiness/profiles';

/** Where the cluster's policy is filled in. */
export const policyPath = '/calico-readiness/policy';

/** What a link into the matrix may ask for. */
export interface MatrixTarget {
  readonly verdict?: RowVerdict;
  readonly connectivity?: Connectivity;
  readonly pool?: string;
  readonly requirement?: string;
  readonly reason?: string;
}

/** The address of the matrix with these filters. */
export function matrixAddress(target: MatrixTarget = {}): string {
  const parameters = new URLSearchParams(
    Object.entries(target).filter(([, value]) => value !== undefined) as [string, string][],
  );
  const query = parameters.toString();
  return query === '' ? matrixPath : `${matrixPath}?${query}`;
}

/** The matrix, reduced to the nodes on which one of these requirements is not met, for one of these reasons if any are given. */
export function matrixOfRequirements(requirements: Iterable<string>, reasons: Iterable<string> = []): string {
  const parameters = new URLSearchParams();
  for (const requirement of new Set(requirements)) parameters.append('requirement', requirement);
  for (const reason of new Set(reasons)) parameters.append('reason', reason);
  return `${matrixPath}?${parameters.toString()}`;
}

/** The address with the what-if that a page is in, so that it goes along to the next. */
export function withWhatIf(address: string, whatIf: string | null): string {
  if (whatIf === null) return address;
  const parameter = new URLSearchParams({ whatif: whatIf }).toString();
  return `${address}${address.includes('?') ? '&' : '?'}${parameter}`;
}

/** The tab on a node's own page. */
export const nodeTabAddress = (node: string): string =>
  `/k8s/cluster/nodes/${encodeURIComponent(node)}/calico-readiness`;

export const guideAddress = (guide: string): string => `/calico-readiness/guides/${encodeURIComponent(guide)}`;

/** The page of requirements, reduced to one; `name` is what the console calls the text that a list is searched by. */
export const requirementAddress = (id: string): string =>
  `/calico-readiness/requirements?name=${encodeURIComponent(id)}`;
