import type { FC } from 'react';
import { useTranslation } from 'react-i18next';
import {
  FormSelect,
  FormSelectOption,
  Label,
  Masthead,
  MastheadBrand,
  MastheadContent,
  MastheadLogo,
  MastheadMain,
  MastheadToggle,
  PageToggleButton,
  ToggleGroup,
  ToggleGroupItem,
  Toolbar,
  ToolbarContent,
  ToolbarItem,
} from '@patternfly/react-core';
import { BarsIcon, MoonIcon, SunIcon } from '@patternfly/react-icons';
import { Link } from '@profile/router';
import { hostDescription } from '../host-description';
import { languages, selectLanguage } from '../translation/start-translation';
import { useTheme } from './theme';

/** Our own name, what the objects are and where they come from, the theme and the language. */
export const ConsoleMasthead: FC = () => {
  const { profile, label, isSample } = hostDescription();
  const [theme, setTheme] = useTheme();
  const { i18n } = useTranslation();
  return (
    <Masthead>
      <MastheadMain>
        <MastheadToggle>
          <PageToggleButton aria-label="Global navigation" variant="plain">
            <BarsIcon />
          </PageToggleButton>
        </MastheadToggle>
        <MastheadBrand>
          <MastheadLogo component={(properties) => <Link to="/" {...properties} />} className="standalone-brand">
            <img src="/static/icon.svg" alt="" width="28" height="28" />
            <span>
              Calico Readiness
              <small>standalone</small>
            </span>
          </MastheadLogo>
        </MastheadBrand>
      </MastheadMain>
      <MastheadContent>
        <Toolbar isFullHeight isStatic>
          <ToolbarContent>
            <ToolbarItem>
              <Label data-test="backend-label" variant="outline">
                {label}
              </Label>
            </ToolbarItem>
            {isSample ? (
              <ToolbarItem>
                <Label data-test="sample-label" color="orange">
                  Sample data
                </Label>
              </ToolbarItem>
            ) : null}
            <ToolbarItem>
              <Label data-test="profile-label" variant="outline">{`Console ${profile}`}</Label>
            </ToolbarItem>
            <ToolbarItem align={{ default: 'alignEnd' }}>
              <FormSelect
                aria-label="Language"
                value={i18n.language}
                onChange={(_event, language) => void selectLanguage(language)}
              >
                {languages.map(({ code, name }) => (
                  <FormSelectOption key={code} value={code} label={name} />
                ))}
              </FormSelect>
            </ToolbarItem>
            <ToolbarItem>
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
            </ToolbarItem>
          </ToolbarContent>
        </Toolbar>
      </MastheadContent>
    </Masthead>
  );
};
