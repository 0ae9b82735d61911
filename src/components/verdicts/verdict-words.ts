import type { Connectivity } from '@calico-readiness/requirements';
import type { CellVerdict } from '../../fleet/cells';
import type { RowVerdict } from '../../fleet/node-row';
import type { ReadinessTranslation } from '../../hooks/useReadinessTranslation';

/** Everything that one of our symbols stands for: the verdict of a cell, of a node, or of the flows of a node. */
export type SymbolName = CellVerdict | RowVerdict | Connectivity;

/** The word beside a symbol. */
export function verdictWord(t: ReadinessTranslation['t'], symbol: SymbolName): string {
  switch (symbol) {
    case 'Pass':
      return t('Pass');
    case 'Warn':
      return t('Warn');
    case 'Fail':
      return t('Fail');
    case 'Unknown':
      return t('Unknown');
    case 'NotApplicable':
      return t('Not applicable');
    case 'Waived':
      return t('Waived');
    case 'ReadyWithWaivers':
      return t('Ready with waivers');
    case 'Ready':
      return t('Ready');
    case 'NotReady':
      return t('Not ready');
    case 'Stale':
      return t('Stale');
    case 'NoReport':
      return t('No report');
    case 'Verified':
      return t('Connectivity verified');
    case 'NotVerified':
      return t('Connectivity not verified');
    case 'Broken':
      return t('Connectivity broken');
    default:
      return symbol satisfies never;
  }
}
