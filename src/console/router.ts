/** The only import of the router: consoles up to 4.21 offer the v6 API by this name, later ones alias it to router 7. */
export { Link, useHref, useLocation, useNavigate, useParams, useSearchParams } from 'react-router-dom-v5-compat';

/** The console has a router around our pages; tests bring theirs, of the same module. */
export { MemoryRouter, Route, Routes } from 'react-router-dom-v5-compat';
