import type { ReadinessTranslation } from '../hooks/useReadinessTranslation';
import type { LoadProblem } from '../k8s/load-problem';

/** Why the nodes that a page would count are not known. */
export function whyNotCounted(t: ReadinessTranslation['t'], { kind, resource }: LoadProblem): string {
  switch (kind) {
    case 'not-installed':
      return t('Cannot determine the affected nodes: {{resource}} is not installed in this cluster.', { resource });
    case 'forbidden':
      return t('Cannot determine the affected nodes: permission to list {{resource}} is required.', { resource });
    case 'error':
      return t('Cannot determine the affected nodes: {{resource}} could not be loaded.', { resource });
    default:
      return kind satisfies never;
  }
}
