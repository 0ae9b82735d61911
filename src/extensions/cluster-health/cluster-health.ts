import { clusterReportName } from '@calico-readiness/requirements';
import { clusterReportKind } from '../../k8s/models';
import { clusterSummary } from './summary';
import type { ClusterSummary, WatchedReports } from './summary';

/*
 * For `console.dashboards/overview/health/resource`: one line of the status card on the console's first page. It
 * watches one small object, as a list of at most one, because the console asks for a single object again every half
 * minute and the browser would report each answer that there is none.
 */

const { group, version, kind } = clusterReportKind;

export const healthResources = {
  clusterReport: {
    groupVersionKind: { group, version, kind },
    isList: true,
    namespaced: false,
    fieldSelector: `metadata.name=${clusterReportName}`,
  },
} as const;

/** What `useK8sWatchResources` makes of them. */
export interface HealthResults {
  readonly clusterReport?: WatchedReports;
}

/** The words of the console's `HealthState`, which its SDK exports no values of. */
type HealthState = 'OK' | 'ERROR' | 'WARNING' | 'LOADING' | 'UNKNOWN' | 'NOT_AVAILABLE';

/** The console's own translation function: it looks for a text in the namespace that it is told. */
type Translate = (key: string, options: Readonly<Record<string, unknown>>) => string;

const ns = 'plugin__calico-readiness';
const withoutTranslation: Translate = (key, options) =>
  key.replace(/\{\{(\w+)\}\}/g, (_match, name: string) => String(options[name] ?? ''));

export function clusterHealth(
  { clusterReport = {} }: HealthResults,
  t: Translate = withoutTranslation,
): { readonly state: HealthState; readonly message?: string } {
  const summary = clusterSummary(clusterReport, Date.now());
  const message = messageOf(summary, t);
  return { state: states[summary.state], ...(message !== undefined && { message }) };
}

/** A node that is not ready keeps Calico from being installed and harms no workload: a warning, no error. */
const states: Readonly<Record<ClusterSummary['state'], HealthState>> = {
  loading: 'LOADING',
  absent: 'NOT_AVAILABLE',
  unreadable: 'UNKNOWN',
  stale: 'UNKNOWN',
  unknown: 'UNKNOWN',
  'not-ready': 'WARNING',
  ready: 'OK',
};

function messageOf(summary: ClusterSummary, t: Translate): string | undefined {
  switch (summary.state) {
    case 'loading':
      return undefined;
    case 'absent':
      return t('No summary yet', { ns });
    case 'unreadable':
      return t('The summary cannot be read', { ns });
    case 'stale':
      return t('The summary is stale', { ns });
    case 'not-ready':
    case 'unknown':
    case 'ready': {
      const { ready, nodes } = summary.counts;
      return t('{{ready}} of {{total}} nodes ready', { ns, ready, total: nodes });
    }
    default:
      return summary satisfies never;
  }
}
