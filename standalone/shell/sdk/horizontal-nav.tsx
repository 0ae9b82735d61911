import { useEffect, type ComponentType, type FC } from 'react';
import { Tab, Tabs, TabTitleText } from '@patternfly/react-core';
import { useLocation, useNavigate, useParams } from '@profile/router';

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

/** Tabs whose selection is the last element of the path; selecting one drops the query, as the console does. */
export const HorizontalNav: FC<HorizontalNavProps> = ({ pages, resource, customData }) => {
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const parameters = useParams();
  const rest = parameters['*'] ?? parameters['tab'] ?? '';
  const trimmed = pathname.replace(/\/+$/, '');
  const base = rest === '' ? trimmed : trimmed.slice(0, trimmed.length - rest.replace(/\/+$/, '').length - 1);
  const [selected = ''] = rest.split('/');
  const page = pages.find(({ href }) => href === selected);
  useEffect(() => {
    if (page !== undefined) document.title = `${page.name} · Calico Readiness`;
  }, [page]);
  const Content = page?.component;
  return (
    <>
      <Tabs
        activeKey={selected}
        usePageInsets
        component="nav"
        onSelect={(event, key) => {
          event.preventDefault();
          navigate(key === '' ? base : `${base}/${key}`);
        }}
      >
        {pages.map(({ href, name }) => (
          <Tab
            key={href}
            eventKey={href}
            href={href === '' ? base : `${base}/${href}`}
            title={<TabTitleText>{name}</TabTitleText>}
            data-test={`horizontal-link-${name}`}
          />
        ))}
      </Tabs>
      {Content === undefined ? null : <Content obj={resource} loaded customData={customData} params={parameters} filters={[]} selected={null} />}
    </>
  );
};
