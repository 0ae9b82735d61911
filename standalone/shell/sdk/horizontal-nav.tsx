import type { ComponentType, FC } from 'react';
import { Flex, Tab, Tabs, TabTitleText } from '@patternfly/react-core';
import { useLocation, useNavigate, useParams } from '@profile/router';
import { DocumentTitle } from './document-title';

export interface HorizontalNavPage {
  readonly href: string;
  readonly name: string;
  readonly component: ComponentType<Readonly<Record<string, unknown>>>;
}

interface HorizontalNavProps {
  readonly pages: readonly HorizontalNavPage[];
  readonly resource?: unknown;
  readonly customData?: unknown;
}

interface PagesInTabsProps extends HorizontalNavProps {
  /** The path of the page with the empty `href`. */
  readonly base: string;
  readonly selected: string;
  /** What stands before the name of the tab in the title of the browser's tab. */
  readonly titlePrefix?: string;
}

/** Tabs that are links, and the page of the selected one. Selecting one drops the query, as in the console. */
export const PagesInTabs: FC<PagesInTabsProps> = (properties) => {
  const { pages, resource, customData, base, selected, titlePrefix } = properties;
  const navigate = useNavigate();
  const parameters = useParams();
  const page = pages.find(({ href }) => href === selected);
  const pathOf = (href: string): string => (href === '' ? base : `${base}/${href}`);
  const Content = page?.component;
  return (
    <Flex
      direction={{ default: 'column' }}
      rowGap={{ default: 'rowGapNone' }}
      flexWrap={{ default: 'nowrap' }}
      style={{ flex: '1 0 auto' }}
    >
      {page === undefined ? null : (
        <DocumentTitle>{titlePrefix === undefined ? page.name : `${titlePrefix} · ${page.name}`}</DocumentTitle>
      )}
      {/* As in the console, the element around them keeps the tabs from shrinking. */}
      <div>
        <Tabs
          activeKey={selected}
          className="co-horizontal-nav"
          component="nav"
          onSelect={(event, key) => {
            event.preventDefault();
            navigate(pathOf(String(key)));
          }}
        >
          {pages.map(({ href, name }) => (
            <Tab
              key={href}
              eventKey={href}
              href={pathOf(href)}
              title={<TabTitleText>{name}</TabTitleText>}
              data-test={`horizontal-link-${name}`}
              aria-controls={undefined}
            />
          ))}
        </Tabs>
      </div>
      {Content === undefined ? null : (
        <Content obj={resource} loaded customData={customData} params={parameters} filters={[]} selected={null} />
      )}
    </Flex>
  );
};

const withoutEndingSlash = (path: string): string => path.replace(/\/+$/, '');

/** Tabs below the route of a plugin's page, which takes everything below its path. */
export const HorizontalNav: FC<HorizontalNavProps> = (properties) => {
  const pathname = withoutEndingSlash(useLocation().pathname);
  const below = withoutEndingSlash(useParams()['*'] ?? '');
  // A route that takes nothing below its path inherits what the outermost router matched: the whole path.
  const rest = `/${below}` === pathname ? '' : below;
  const base = rest === '' ? pathname : pathname.slice(0, -rest.length - 1);
  const [selected = ''] = rest.split('/');
  return <PagesInTabs {...properties} base={base} selected={selected} />;
};
