import { ExpandableSection, List, ListItem } from '@patternfly/react-core';
import type { NotApplicableColumn } from '../fleet/not-applicable';
import { useReadinessTranslation } from '../hooks/useReadinessTranslation';
import { notApplicableSentence } from './not-applicable-sentence';
import { printable } from './printable';
import './page.css';

interface NotApplicableListProps {
  readonly columns: readonly NotApplicableColumn[];
  readonly isExpanded: boolean;
  readonly onToggle: (isExpanded: boolean) => void;
}

/** What the profile switches off: one line, which opens to the requirements and the reasons. */
export const NotApplicableList = ({ columns, isExpanded, onToggle }: NotApplicableListProps) => {
  const translation = useReadinessTranslation();
  const { message } = translation;
  return (
    <ExpandableSection
      className="calico-readiness__not-applicable"
      toggleText={notApplicableSentence(translation, columns)}
      isExpanded={isExpanded}
      onToggle={(_event, expanded) => {
        onToggle(expanded);
      }}
    >
      <List>
        {columns.map(({ column, reason }) => (
          <ListItem key={column.id}>
            {column.requirement === undefined ? printable(column.id, 63) : message(column.requirement.title)}{' '}
            {reason !== null && <span className="calico-readiness__quiet">{message(reason)}</span>}
          </ListItem>
        ))}
      </List>
    </ExpandableSection>
  );
};
