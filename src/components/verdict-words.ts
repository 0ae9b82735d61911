import type { ReadinessTranslation } from '../hooks/useReadinessTranslation';
import type { SymbolName } from './verdict-symbols';

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
