import { Link } from '../console/router';
import { useReadinessTranslation } from '../hooks/useReadinessTranslation';
import type { ReadinessTranslation } from '../hooks/useReadinessTranslation';
import { profilesPath } from './addresses';
import { FleetLink } from './FleetLink';
import './page.css';

export type PageTab = 'overview' | 'nodes' | 'profiles' | 'requirements' | 'guides';

export const pageTabTitles = (t: ReadinessTranslation['t']): Readonly<Record<PageTab, string>> => ({
  overview: t('Overview'),
  nodes: t('Nodes'),
  profiles: t('Profiles'),
  requirements: t('Requirements'),
  guides: t('Guides'),
});

/**
 * The pages as tabs that are links. The console's own HorizontalNav would overwrite the document title and
 * PatternFly's Tabs would announce tab panels that are pages, so this borrows only their looks.
 */
export const PageTabs = ({ current }: { current: PageTab }) => {
  const { t } = useReadinessTranslation();
  // A what-if goes along to the pages that can show it; profiles are compared with the current state, which guides change.
  const titles = pageTabTitles(t);
  const tabs: readonly { tab: PageTab; to: string; component?: typeof FleetLink | typeof Link }[] = [
    { tab: 'overview', to: '/calico-readiness' },
    { tab: 'nodes', to: '/calico-readiness/nodes' },
    { tab: 'profiles', to: profilesPath, component: Link },
    { tab: 'requirements', to: '/calico-readiness/requirements' },
    { tab: 'guides', to: '/calico-readiness/guides', component: Link },
  ];
  return (
    <nav className="pf-v6-c-tabs pf-m-page-insets calico-readiness__page-tabs" aria-label={t('Calico readiness pages')}>
      <ul className="pf-v6-c-tabs__list">
        {tabs.map(({ tab, to, component: TabLink = FleetLink }) => (
          <li key={tab} className={`pf-v6-c-tabs__item${tab === current ? ' pf-m-current' : ''}`}>
            <TabLink className="pf-v6-c-tabs__link" to={to} aria-current={tab === current ? 'page' : undefined}>
              <span className="pf-v6-c-tabs__item-text">{titles[tab]}</span>
            </TabLink>
          </li>
        ))}
      </ul>
    </nav>
  );
};
