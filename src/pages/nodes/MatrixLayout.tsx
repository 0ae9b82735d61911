import type { ReactNode } from 'react';
import { Drawer, DrawerContent } from '@patternfly/react-core';
import '../../components/matrix.css';

interface MatrixLayoutProps {
  /** The panel of the open cell, or null. */
  readonly panel: ReactNode;
  readonly children: ReactNode;
}

/**
 * The page of the matrix with its panel beside it. It is as high as the window, so that there is one place to scroll:
 * the matrix, or where the window is small, all of the page but its panel.
 */
export const MatrixLayout = ({ panel, children }: MatrixLayoutProps) => (
  <Drawer isInline isExpanded={panel !== null} className="calico-readiness__matrix-page">
    <DrawerContent panelContent={panel} className="calico-readiness__matrix-content">
      <div className="calico-readiness__matrix-frame">{children}</div>
    </DrawerContent>
  </Drawer>
);
