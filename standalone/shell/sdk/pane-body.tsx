import type { FC, ReactNode } from 'react';
import { PageSection } from '@patternfly/react-core';

/** The body of a page; older releases of the SDK wrap list pages in it. */
export const PaneBody: FC<{ readonly children?: ReactNode }> = ({ children }) => (
  <PageSection hasBodyWrapper={false}>{children}</PageSection>
);
