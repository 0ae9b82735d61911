declare module 'react-dom/client' {
  import type { ReactElement } from 'react';

  export const createRoot: (container: Element) => { readonly render: (element: ReactElement) => void };
}
