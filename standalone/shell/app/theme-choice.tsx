import type { FC } from 'react';
import { ToggleGroup, ToggleGroupItem } from '@patternfly/react-core';
import { MoonIcon, SunIcon } from '@patternfly/react-icons';
import { useTheme } from './theme';

/** Light or dark. */
export const ThemeChoice: FC = () => {
  const [theme, setTheme] = useTheme();
  return (
    <ToggleGroup aria-label="Theme">
      <ToggleGroupItem
        aria-label="Light theme"
        icon={<SunIcon />}
        isSelected={theme === 'light'}
        onChange={() => setTheme('light')}
      />
      <ToggleGroupItem
        aria-label="Dark theme"
        icon={<MoonIcon />}
        isSelected={theme === 'dark'}
        onChange={() => setTheme('dark')}
      />
    </ToggleGroup>
  );
};
