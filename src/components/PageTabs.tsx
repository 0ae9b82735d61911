import { Link } from '../console/router';
import { useReadinessTranslation } from '../hooks/useReadinessTranslation';
import { FleetLink } from './FleetLink';
import './page.css';

export type PageTab = 'overview' | 'nodes' | 'requirements' | 'guides';

/**
 * The four pages as tabs that are links. The console's own HorizontalNav would overwrite the document title and
 * PatternFly's Tabs would announce tab panels that are pages, so this borrows only their looks.
 */
export const PageTabs = ({ current }: { current: PageTab }) => {
  const { t } = useReadinessTranslation();
  // A what-if goes along to the pages that can show it; what guides change is the current state.
  const tabs: readonly { tab: PageTab; to: string; title: string; component?: typeof FleetLink | typeof Link }[] = [
    { tab: 'overview', to: '/calico-readiness', title: t('Overview') },
    { tab: 'nodes', to: '/calico-readiness/nodes', title: t('Nodes') },
    { tab: 'requirements', to: '/calico-readiness/requirements', title: t('Requirements') },
    { tab: 'guides', to: '/calico-readiness/guides', title: t('Guides'), component: Link },
  ];
  return (
    <nav className="pf-v6-c-tabs pf-m-page-insets calico-readiness__page-tabs" aria-label={t('Calico readiness pages')}>
      <ul className="pf-v6-c-tabs__list">
        {tabs.map(({ tab, to, title, component: TabLink = FleetLink }) => (
          <li key={tab} className={`pf-v6-c-tabs__item${tab === current ? ' pf-m-current' : ''}`}>
            <TabLink className="pf-v6-c-tabs__link" to={to} aria-current={tab === current ? 'page' : undefined}>
              <span className="pf-v6-c-tabs__item-text">{title}</span>
            </TabLink>
          </li>
        ))}
      </ul>
    </nav>
  );
};
