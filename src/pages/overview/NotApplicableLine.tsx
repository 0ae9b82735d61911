import { useState } from 'react';
import { ExpandableSection, List, ListItem } from '@patternfly/react-core';
import { printable } from '../../components/printable';
import { notApplicableSentence } from '../../components/not-applicable-sentence';
import type { NotApplicableColumn } from '../../fleet/not-applicable';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';

/** What the profile switches off, in one line that opens. */
export const NotApplicableLine = ({ columns }: { columns: readonly NotApplicableColumn[] }) => {
  const translation = useReadinessTranslation();
  const { message } = translation;
  const [expanded, setExpanded] = useState(false);
  return (
    <ExpandableSection
      toggleText={notApplicableSentence(translation, columns)}
      isExpanded={expanded}
      onToggle={(_event, isExpanded) => {
        setExpanded(isExpanded);
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
