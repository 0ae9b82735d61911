import type { FC } from 'react';
import { Nav, NavExpandable, NavItem, NavList, PageSidebar, PageSidebarBody } from '@patternfly/react-core';
import { Link, useLocation } from '@profile/router';
import { useExtensions } from '../plugins/extensions-context';
import { useLabel } from '../translation/use-label';
import { isActive, navigationSections } from './navigation-sections';

/** The console's sections with the plugin's items. */
export const ConsoleNavigation: FC = () => {
  const items = useExtensions('console.navigation/href').map(({ properties }) => properties);
  const { pathname } = useLocation();
  const label = useLabel();
  return (
    <PageSidebar>
      <PageSidebarBody>
        <Nav aria-label="Global">
          <NavList>
            {navigationSections(items).map((section) => {
              const active = section.items.some((item) => isActive(item, pathname));
              return (
                <NavExpandable key={section.id} title={section.name} isActive={active} isExpanded>
                  {section.items.map((item) => (
                    <NavItem key={item.id} itemId={item.id} isActive={isActive(item, pathname)}>
                      <Link to={item.href} data-test="nav">
                        {label(item.name)}
                      </Link>
                    </NavItem>
                  ))}
                </NavExpandable>
              );
            })}
          </NavList>
        </Nav>
      </PageSidebarBody>
    </PageSidebar>
  );
};
