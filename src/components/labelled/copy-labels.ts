import type { ReadinessTranslation } from '../../hooks/useReadinessTranslation';

/** The words of PatternFly's ClipboardCopy in the user's language. */
export const copyLabels = (t: ReadinessTranslation['t']) => ({
  hoverTip: t('Copy to clipboard'),
  clickTip: t('Copied'),
  textAriaLabel: t('Command'),
  toggleAriaLabel: t('Show all'),
});
