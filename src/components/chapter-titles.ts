import type { ChapterKey } from '../fleet/columns';
import type { ReadinessTranslation } from '../hooks/useReadinessTranslation';

/** The name of a chapter of the requirements document. */
export function chapterTitle(t: ReadinessTranslation['t'], chapter: ChapterKey): string {
  switch (chapter) {
    case 'node':
      return t('Node');
    case 'datastore':
      return t('Datastore');
    case 'network':
      return t('Network');
    case 'privileges':
      return t('Privileges');
    case 'openshift':
      return t('OpenShift');
    case 'kernel':
      return t('Kernel');
    case 'other':
      return t('Not in this catalogue');
    default:
      return chapter satisfies never;
  }
}
