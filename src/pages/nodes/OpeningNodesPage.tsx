import { openingPage } from '../../components/openingPage';

/** What the console loads: the page itself follows beside its first rows. */
export const NodesPage = openingPage(() => import('./NodesPage').then((page) => page.NodesPage));
