import type { ReactNode } from 'react';
import { Title } from '@patternfly/react-core';

/** A part of a guide with its heading. */
export const GuideSection = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="calico-readiness__guide-section">
    <Title headingLevel="h2">{title}</Title>
    {children}
  </section>
);
