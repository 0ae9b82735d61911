import type { OperatorAction } from '../../../../apply/expected-actions';
import { printable } from '../../../../components/printable';
import type { ReadinessTranslation } from '../../../../hooks/useReadinessTranslation';

/** What the operator does on a node, in words: parts of a sentence. */
export const actionWords = (
  { t, list }: Pick<ReadinessTranslation, 't' | 'list'>,
  actions: readonly OperatorAction[],
): string => list(actions.map((action) => wordOf(t, action)));

function wordOf(t: ReadinessTranslation['t'], { type, service = '' }: OperatorAction): string {
  const unit = printable(service);
  switch (type) {
    case 'Reload':
      return t('reload {{unit}}', { unit });
    case 'Restart':
      return t('restart {{unit}}', { unit });
    case 'DaemonReload':
      return t('reload the systemd units');
    case 'Drain':
      return t('drain');
    default:
      return t('no action');
  }
}
