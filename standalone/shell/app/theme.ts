import { useCallback, useState } from 'react';

export type Theme = 'light' | 'dark';

const storageKey = 'bridge/theme';
const darkClass = 'pf-v6-theme-dark';

const preferred = (): Theme => {
  const stored = localStorage.getItem(storageKey);
  if (stored === 'light' || stored === 'dark') return stored;
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
};

/** To be called before the first render, so that nothing flashes. */
export const applyPreferredTheme = (): void =>
  void document.documentElement.classList.toggle(darkClass, preferred() === 'dark');

export const useTheme = (): readonly [Theme, (theme: Theme) => void] => {
  const [theme, setTheme] = useState(preferred);
  const select = useCallback((next: Theme) => {
    localStorage.setItem(storageKey, next);
    document.documentElement.classList.toggle(darkClass, next === 'dark');
    setTheme(next);
  }, []);
  return [theme, select];
};
