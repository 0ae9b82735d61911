import type { AlertProps } from '@patternfly/react-core';
import type { ReadinessTranslation } from '../../hooks/useReadinessTranslation';

type Translate = ReadinessTranslation['t'];

/** What PatternFly says in English unless told otherwise, in the user's language; to be spread into its components. */

/** Of Pagination. */
export const paginationTitles = (t: Translate) => ({
  paginationAriaLabel: t('Pagination'),
  currPageAriaLabel: t('Current page'),
  toFirstPageAriaLabel: t('Go to first page'),
  toPreviousPageAriaLabel: t('Go to previous page'),
  toNextPageAriaLabel: t('Go to next page'),
  toLastPageAriaLabel: t('Go to last page'),
  optionsToggleAriaLabel: t('Items per page'),
  itemsPerPage: t('Items per page'),
  // After a number, in a menu: 50 per page.
  perPageSuffix: t('per page'),
});

/** Of ToolbarFilter, where more is chosen than there is room for. `${remaining}` is PatternFly's own placeholder. */
export const filterLabels = (t: Translate) => ({
  labelGroupExpandedText: t('Show less'),
  labelGroupCollapsedText: t('{{number}} more', { number: '${remaining}' }),
});

/** Of Tabs that are wider than the page. */
export const tabsLabels = (t: Translate) => ({
  backScrollAriaLabel: t('Scroll back'),
  forwardScrollAriaLabel: t('Scroll forward'),
});

/** Of Alert: its kind, for who cannot see the colour. */
export function alertLabel(t: Translate, variant: AlertProps['variant'] = 'custom'): string {
  switch (variant) {
    case 'info':
      return t('Info alert:');
    case 'success':
      return t('Success alert:');
    case 'warning':
      return t('Warning alert:');
    case 'danger':
      return t('Danger alert:');
    case 'custom':
      return t('Custom alert:');
    default:
      return variant satisfies never;
  }
}
