import { ToolbarFilter } from '@patternfly/react-core';
import { printable } from '../../../components/printable';
import { filterLabels } from '../../../components/labelled/patternfly-words';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';

interface ReasonFilterProps {
  readonly reasons: readonly string[];
  readonly onChange: (reasons: readonly string[]) => void;
}

/** Reasons are set by links from causes, not by hand: there is nothing to choose here, only to take away. */
export const ReasonFilter = ({ reasons, onChange }: ReasonFilterProps) => {
  const { t } = useReadinessTranslation();
  return (
    <ToolbarFilter
      {...filterLabels(t)}
      categoryName={t('Reason')}
      showToolbarItem={false}
      labels={reasons.map((reason) => ({ key: reason, node: printable(reason, 63) }))}
      deleteLabel={(_category, label) => {
        const key = typeof label === 'string' ? label : label.key;
        onChange(reasons.filter((reason) => reason !== key));
      }}
    >
      <></>
    </ToolbarFilter>
  );
};
