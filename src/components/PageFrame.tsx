import type { ReactNode } from 'react';
import { PageSection } from '@patternfly/react-core';
import { DocumentTitle, ListPageHeader } from '../console/page-elements';
import { useKeepFocus } from '../hooks/useKeepFocus';
import type { WhatIf } from '../hooks/useWhatIf';
import { useReadinessTranslation } from '../hooks/useReadinessTranslation';
import { PageTabs } from './PageTabs';
import type { PageTab } from './PageTabs';
import { WhatIfBanner } from './what-if/WhatIfBanner';
import { WhatIfEditor } from './what-if/WhatIfEditor';

interface PageFrameProps {
  readonly tab: PageTab;
  /** The title of the browser's window, when it says more than the page's own. */
  readonly documentTitle?: string;
  /** At most one button or menu, beside the title. */
  readonly actions?: ReactNode;
  /** On pages that can show another profile than the current one. */
  readonly whatIf?: WhatIf;
  readonly children: ReactNode;
}

/** What all our pages share: title, tabs and the section that holds the content. */
export const PageFrame = ({ tab, documentTitle, actions, whatIf, children }: PageFrameProps) => {
  const { t } = useReadinessTranslation();
  const present: string = documentTitle ?? t('Calico readiness');
  const title = whatIf?.isOn === true ? t('What-if · {{title}}', { title: present }) : present;
  useKeepFocus(
    [whatIf?.isOn, whatIf?.isEditing].join(),
    whatIf?.isOn === true ? '.calico-readiness__what-if' : '.calico-readiness__page',
  );
  return (
    <>
      <DocumentTitle>{title}</DocumentTitle>
      {whatIf !== undefined && (whatIf.isOn || whatIf.ignored.length > 0) && (
        <PageSection hasBodyWrapper={false} className="calico-readiness__what-if-section">
          <WhatIfBanner
            whatIf={whatIf}
            onEdit={() => {
              whatIf.setEditing(true);
            }}
          />
        </PageSection>
      )}
      <ListPageHeader title={t('Calico readiness')}>{actions}</ListPageHeader>
      <PageTabs current={tab} />
      <PageSection hasBodyWrapper={false} isFilled className="calico-readiness__page">
        {children}
      </PageSection>
      {whatIf?.isEditing === true && whatIf.present !== undefined && (
        <WhatIfEditor
          present={whatIf.present.profile}
          values={whatIf.values}
          onApply={whatIf.apply}
          onClose={() => {
            whatIf.setEditing(false);
          }}
        />
      )}
    </>
  );
};
