import { openingPage } from '../../components/openingPage';

/** What the console loads: the page itself follows beside its first rows. */
export const OverviewPage = openingPage(() =>
  import(/* webpackChunkName: 'overview', webpackPreload: true */ './OverviewPage').then(
    ({ OverviewPage, beginLists }) => {
      beginLists();
      return OverviewPage;
    },
  ),
);
