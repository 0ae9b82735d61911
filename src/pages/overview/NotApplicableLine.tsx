import { useState } from 'react';
import { NotApplicableList } from '../../components/NotApplicableList';
import { usePrinting } from '../../components/print/printing-context';
import type { NotApplicableColumn } from '../../fleet/not-applicable';

/** What the profile switches off; closed whenever the overview is opened, and open on paper. */
export const NotApplicableLine = ({ columns }: { columns: readonly NotApplicableColumn[] }) => {
  const [isExpanded, setExpanded] = useState(false);
  const { isPrinting } = usePrinting();
  return <NotApplicableList columns={columns} isExpanded={isExpanded || isPrinting} onToggle={setExpanded} />;
};
