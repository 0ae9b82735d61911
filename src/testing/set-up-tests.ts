import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import pages from '../../locales/en/calico-readiness-pages.json';
import english from '../../locales/en/plugin__calico-readiness.json';
import { fakeCluster } from './fake-cluster';

// A second, which is its default, is not enough for a page with hundreds of rows on a busy machine.
configure({ asyncUtilTimeout: 10_000 });

/** Nothing is laid out here: a window that shows everything, of which nothing changes its size, and nowhere to scroll to. */
for (const name of ['clientHeight', 'clientWidth'] as const) {
  Object.defineProperty(Element.prototype, name, { configurable: true, get: () => 1_000_000 });
}
Object.defineProperty(HTMLTableCellElement.prototype, 'offsetWidth', { configurable: true, get: () => 63 });
Element.prototype.scrollIntoView = () => undefined;
Element.prototype.scrollBy = () => undefined;
globalThis.ResizeObserver = class {
  observe = () => undefined;
  unobserve = () => undefined;
  disconnect = () => undefined;
};

/** As the console sets it up; texts are the ones that ship. */
void i18next.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { 'plugin__calico-readiness': english, 'calico-readiness-pages': pages } },
  keySeparator: false,
  nsSeparator: '~',
  interpolation: { escapeValue: false },
});

afterEach(() => {
  cleanup();
  fakeCluster.clear();
  localStorage.clear();
});
