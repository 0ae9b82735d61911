/** Router 5, as far as this console still uses it. */
declare module 'react-router' {}

declare module 'react-router-dom' {
  import type { FC, ReactNode } from 'react';

  export const BrowserRouter: FC<{ readonly children: ReactNode }>;
}
