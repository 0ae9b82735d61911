import type { FC, ReactNode } from 'react';
import { ModalProvider } from '@openshift-console/dynamic-plugin-sdk/lib/app/modal-support/ModalProvider';

/** Where `useModal` puts what it opens; this console has no other overlays. */
export const Overlays: FC<{ readonly children: ReactNode }> = ({ children }) => (
  <ModalProvider>{children}</ModalProvider>
);
