import type { FC, ReactNode } from 'react';
import { ModalProvider } from '@openshift-console/dynamic-plugin-sdk/lib/app/modal-support/ModalProvider';
import { OverlayProvider } from '@openshift-console/dynamic-plugin-sdk/lib/app/modal-support/OverlayProvider';

/** Where `useModal` and `useOverlay` put what they open. */
export const Overlays: FC<{ readonly children: ReactNode }> = ({ children }) => (
  <OverlayProvider>
    <ModalProvider>{children}</ModalProvider>
  </OverlayProvider>
);
