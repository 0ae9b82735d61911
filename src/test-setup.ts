import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import english from '../locales/en/plugin__calico-readiness.json';
import { fakeCluster } from './console/testing/fake-cluster';

// A second, which is its default, is not enough for a page with hundreds of rows on a busy machine.
configure({ asyncUtilTimeout: 10_000 });

/** As the console sets it up; texts are the ones that ship. */
void i18next.use(initReactI18next).init({
  lng: 'en',
  resources: { en: { 'plugin__calico-readiness': english } },
  keySeparator: false,
  nsSeparator: '~',
  interpolation: { escapeValue: false },
});

afterEach(() => {
  cleanup();
  fakeCluster.clear();
});
