import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { VerdictIcon } from './VerdictIcon';
import { verdictWord } from './verdict-words';
import type { SymbolName } from './verdict-words';
import './legend.css';

/** What the symbols stand for. */
export const Legend = ({ symbols }: { symbols: readonly SymbolName[] }) => {
  const { t } = useReadinessTranslation();
  return (
    <ul className="calico-readiness__legend" aria-label={t('Legend')}>
      {symbols.map((symbol) => (
        <li key={symbol}>
          <VerdictIcon of={symbol} /> {verdictWord(t, symbol)}
        </li>
      ))}
    </ul>
  );
};
