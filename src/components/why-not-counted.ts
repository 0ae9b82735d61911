import type { ReadinessTranslation } from '../hooks/useReadinessTranslation';
import type { LoadProblem } from '../k8s/load-problem';

/** Why the nodes that a page would count are not known. */
export function whyNotCounted(t: ReadinessTranslation['t'], { kind, resource }: LoadProblem): string {
  switch (kind) {
    case 'not-installed':
      return t('The affected nodes are not known: {{resource}} is not known to this cluster.', { resource });
    case 'forbidden':
      return t('The affected nodes are not known: you may not list {{resource}}.', { resource });
    case 'error':
      return t('The affected nodes are not known: {{resource}} could not be loaded.', { resource });
    default:
      return kind satisfies never;
  }
}
