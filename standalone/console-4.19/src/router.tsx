import type { FC, ReactNode } from 'react';
import { BrowserRouter } from 'react-router-dom';
import { CompatRouter } from 'react-router-dom-v5-compat';

export {
  Link,
  Navigate,
  Route,
  Routes,
  useLocation,
  useNavigate,
  useParams,
  useSearchParams,
} from 'react-router-dom-v5-compat';

/** Router 5 with router 6 inside, as this console has them. */
export const Router: FC<{ readonly children: ReactNode }> = ({ children }) => (
  <BrowserRouter>
    <CompatRouter>{children}</CompatRouter>
  </BrowserRouter>
);
