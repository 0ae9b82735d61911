import { Link } from '../console/router';
import { useReadinessTranslation } from '../hooks/useReadinessTranslation';
import './page.css';

export type PageTab = 'overview' | 'nodes' | 'requirements' | 'guides';

/**
 * The four pages as tabs that are links. The console's own HorizontalNav would overwrite the document title and
 * PatternFly's Tabs would announce tab panels that are pages, so this borrows only their looks.
 */
export const PageTabs = ({ current }: { current: PageTab }) => {
  const { t } = useReadinessTranslation();
  const tabs: readonly { tab: PageTab; to: string; title: string }[] = [
    { tab: 'overview', to: '/calico-readiness', title: t('Overview') },
    { tab: 'nodes', to: '/calico-readiness/nodes', title: t('Nodes') },
    { tab: 'requirements', to: '/calico-readiness/requirements', title: t('Requirements') },
    { tab: 'guides', to: '/calico-readiness/guides', title: t('Guides') },
  ];
  return (
    <nav className="pf-v6-c-tabs pf-m-page-insets" aria-label={t('Calico readiness pages')}>
      <ul className="pf-v6-c-tabs__list">
        {tabs.map(({ tab, to, title }) => (
          <li key={tab} className={`pf-v6-c-tabs__item${tab === current ? ' pf-m-current' : ''}`}>
            <Link className="pf-v6-c-tabs__link" to={to} aria-current={tab === current ? 'page' : undefined}>
              <span className="pf-v6-c-tabs__item-text">{title}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
};
