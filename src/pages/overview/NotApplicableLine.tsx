import { useState } from 'react';
import { NotApplicableList } from '../../components/NotApplicableList';
import type { NotApplicableColumn } from '../../fleet/not-applicable';

/** What the profile switches off; closed whenever the overview is opened. */
export const NotApplicableLine = ({ columns }: { columns: readonly NotApplicableColumn[] }) => {
  const [isExpanded, setExpanded] = useState(false);
  return <NotApplicableList columns={columns} isExpanded={isExpanded} onToggle={setExpanded} />;
};
