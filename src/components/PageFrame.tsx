import type { ReactNode } from 'react';
import { PageSection } from '@patternfly/react-core';
import { DocumentTitle, ListPageHeader } from '../console/page-elements';
import { useKeepFocus } from '../hooks/useKeepFocus';
import type { WhatIf } from '../hooks/useWhatIf';
import { useReadinessTranslation } from '../hooks/useReadinessTranslation';
import { PageTabs, pageTabTitles } from './PageTabs';
import type { PageTab } from './PageTabs';
import { PrintingProvider } from './print/PrintingProvider';
import { WhatIfBanner } from './what-if/WhatIfBanner';
import { WhatIfEditor } from './what-if/WhatIfEditor';

interface PageFrameProps {
  readonly tab: PageTab;
  /** What the browser's window is named after, where it is not the tab. */
  readonly pageName?: string | undefined;
  /** At most one button or menu, beside the title. */
  readonly actions?: ReactNode;
  /** On pages that can show another profile than the current one. */
  readonly whatIf?: WhatIf;
  readonly children: ReactNode;
}

/** What all our pages share: title, tabs and the section that holds the content. */
export const PageFrame = ({ tab, pageName, actions, whatIf, children }: PageFrameProps) => {
  const { t } = useReadinessTranslation();
  const present = t('{{page}} · Calico readiness', { page: pageName ?? pageTabTitles(t)[tab] });
  // The console proposes the title to whoever keeps a page among the favorites, and refuses a name that it has.
  const kept = tab === 'overview' ? pageName : pageTabTitles(t)[tab];
  const heading = kept === undefined ? t('Calico readiness') : t('{{page}} · Calico readiness', { page: kept });
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
      <ListPageHeader title={heading}>{actions}</ListPageHeader>
      <PageTabs current={tab} />
      <PageSection hasBodyWrapper={false} isFilled className="calico-readiness__page">
        <PrintingProvider>{children}</PrintingProvider>
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
