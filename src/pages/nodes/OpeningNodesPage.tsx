import { openingPage } from '../../components/openingPage';

/** What the console loads: the page itself follows beside its first rows. */
export const NodesPage = openingPage(() =>
  import(/* webpackChunkName: 'matrix', webpackPreload: true */ './NodesPage').then(({ NodesPage, beginLists }) => {
    beginLists();
    return NodesPage;
  }),
);
