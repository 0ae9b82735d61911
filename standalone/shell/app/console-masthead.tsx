import type { FC } from 'react';
import {
  Label,
  Masthead,
  MastheadBrand,
  MastheadContent,
  MastheadLogo,
  MastheadMain,
  MastheadToggle,
  PageToggleButton,
  Toolbar,
  ToolbarContent,
  ToolbarItem,
} from '@patternfly/react-core';
import { BarsIcon } from '@patternfly/react-icons';
import { Link } from '@profile/router';
import { hostDescription } from '../host-description';
import { LanguageChoice } from './language-choice';
import { ThemeChoice } from './theme-choice';

/** Our own name, what the objects are and where they come from, the theme and the language. */
export const ConsoleMasthead: FC = () => (
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
          <HostLabels />
          <ToolbarItem align={{ default: 'alignEnd' }}>
            <LanguageChoice />
          </ToolbarItem>
          <ToolbarItem>
            <ThemeChoice />
          </ToolbarItem>
        </ToolbarContent>
      </Toolbar>
    </MastheadContent>
  </Masthead>
);

/** Where the objects come from, whether they are made up, and which console is emulated. */
const HostLabels: FC = () => {
  const { profile, label, isSample } = hostDescription();
  return (
    <>
      <ToolbarItem className="standalone-wide">
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
      <ToolbarItem className="standalone-wide">
        <Label data-test="profile-label" variant="outline">{`Console ${profile}`}</Label>
      </ToolbarItem>
    </>
  );
};
