import type { ClusterObject, Labels, ReadSelector } from '@calico-readiness/requirements';
import { readSelector, selectorMatches } from '@calico-readiness/requirements';
import { isRecord } from '../../publish/carried-on';
import type { KnownNode } from '../report/known-node';

/** Whether Typha may run on a node. */
export type TyphaPlacement = (node: KnownNode) => boolean;

type Fields = Readonly<Record<string, unknown>>;

const nowhere: TyphaPlacement = () => false;

/**
 * Where Typha may run, by the Installation of the operator (operator.tigera.io/v1). It tolerates every taint and chooses
 * among all Linux nodes, but for what the Installation asks for: controlPlaneTolerations, typhaAffinity, and the node
 * selector, affinity and tolerations of typhaDeployment (tigera/operator pkg/render/typha.go). Calico's manifests, without
 * an Installation, are the same. Where that cannot be read or judged, nowhere: a port that no Typha uses need not be open.
 */
export function typhaPlacement(installation: ClusterObject): TyphaPlacement {
  if (installation.status === 'absent') return () => true;
  const spec = at(installation.status === 'found' ? installation.object : undefined, 'spec');
  if (spec === undefined) return nowhere;
  const pod = at(at(at(at(spec, 'typhaDeployment'), 'spec'), 'template'), 'spec');
  const selector = readSelector({ matchLabels: pod?.['nodeSelector'] ?? {} });
  if ('problem' in selector) return nowhere;
  const affinities = [at(spec, 'typhaAffinity'), at(pod, 'affinity')].map((affinity) =>
    requiredTerms(at(affinity, 'nodeAffinity')),
  );
  const tolerated = toleratesEverything(spec['controlPlaneTolerations']) && toleratesEverything(pod?.['tolerations']);
  return ({ labels = {}, network }) =>
    (tolerated || network?.isTainted === false) &&
    selectorMatches(selector.selector, labels) &&
    affinities.every((terms) => terms === undefined || matchesOne(terms, labels));
}

const at = (value: unknown, field: string): Fields | undefined => {
  const found = isRecord(value) ? value[field] : undefined;
  return isRecord(found) ? found : undefined;
};

/** Of several terms one has to hold; undefined where nothing is required. A term that cannot be judged is left out. */
function requiredTerms(affinity: Fields | undefined): readonly ReadSelector[] | undefined {
  const required = affinity?.['requiredDuringSchedulingIgnoredDuringExecution'];
  if (required === undefined || required === null) return undefined;
  const terms = isRecord(required) ? required['nodeSelectorTerms'] : undefined;
  return (Array.isArray(terms) ? terms : []).flatMap((term: unknown) => {
    const reading = readSelector(term);
    // An empty term selects no node (Kubernetes API, NodeSelectorTerm).
    return 'problem' in reading || reading.selector.demands.length === 0 ? [] : [reading.selector];
  });
}

const matchesOne = (terms: readonly ReadSelector[], labels: Labels): boolean =>
  terms.some((term) => selectorMatches(term, labels));

/** An empty list is the operator's own: everything. */
function toleratesEverything(tolerations: unknown): boolean {
  if (tolerations === undefined || tolerations === null) return true;
  if (!Array.isArray(tolerations)) return false;
  const isEverything = ({ key, operator, effect }: Fields): boolean =>
    (key ?? '') === '' && operator === 'Exists' && (effect ?? '') === '';
  return tolerations.length === 0 || tolerations.filter(isRecord).some(isEverything);
}
