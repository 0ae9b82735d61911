import type { FC } from 'react';
import { Nav, NavExpandable, NavItem, NavList, PageSidebar, PageSidebarBody } from '@patternfly/react-core';
import { Link, useLocation } from '@profile/router';
import { FavoriteItems } from '../favorites/favorite-items';
import { hostDescription } from '../host-description';
import { useExtensions } from '../plugins/extensions-context';
import { useLabel } from '../translation/use-label';
import { isActive, navigationSections, type NavigationSection } from './navigation-sections';

/** Only OpenShift has the page; the sample has what OpenShift serves. */
const overview = { id: 'dashboards', name: 'Overview', href: '/dashboards', section: 'home' } as const;

const isHome = ({ id }: NavigationSection): boolean => id === 'home';

/** The console's sections with the plugin's items; favorites stand below Home. */
export const ConsoleNavigation: FC = () => {
  const added = useExtensions('console.navigation/href').map(({ properties }) => properties);
  const items = hostDescription().isSample ? [overview, ...added] : added;
  const { pathname } = useLocation();
  const label = useLabel();
  const sections = navigationSections(items);
  const section = ({ id, name, items: itsItems }: NavigationSection) => (
    <NavExpandable key={id} title={name} isActive={itsItems.some((item) => isActive(item, pathname))} isExpanded>
      {itsItems.map((item) => (
        <NavItem key={item.id} itemId={item.id} isActive={isActive(item, pathname)}>
          <Link to={item.href} data-test="nav">
            {label(item.name)}
          </Link>
        </NavItem>
      ))}
    </NavExpandable>
  );
  return (
    <PageSidebar>
      <PageSidebarBody>
        <Nav aria-label="Global">
          <NavList>
            {sections.filter(isHome).map(section)}
            <FavoriteItems />
            {sections.filter((one) => !isHome(one)).map(section)}
          </NavList>
        </Nav>
      </PageSidebarBody>
    </PageSidebar>
  );
};
