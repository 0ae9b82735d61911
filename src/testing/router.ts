/** A router for tests, of the same module as `console/router`. */
export { MemoryRouter, Route, Routes, useLocation } from 'react-router-dom-v5-compat';
