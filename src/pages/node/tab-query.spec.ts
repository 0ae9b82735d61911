import { readTabQuery, writeTabQuery } from './tab-query';

describe('the address of the tab', () => {
  it.each([
    { onlyUnmet: false, showNotApplicable: false, collapsed: [], complete: [] },
    { onlyUnmet: true, showNotApplicable: true, collapsed: ['node', 'kernel'], complete: ['kernel'] },
  ] as const)('gives back what was written: %j', (query) => {
    expect(readTabQuery(writeTabQuery(query, new URLSearchParams()))).toEqual(query);
  });

  it('says nothing for what is as it would be anyway, and keeps the parameters of others', () => {
    const nothing = { onlyUnmet: false, showNotApplicable: false, collapsed: [], complete: [] };
    expect(writeTabQuery(nothing, new URLSearchParams('activeTab=x&only=unmet&collapsed=node')).toString()).toBe(
      'activeTab=x',
    );
  });

  it('takes what it does not know for not said', () => {
    expect(readTabQuery(new URLSearchParams('only=all&collapsed=cellar&notApplicable=1'))).toEqual({
      onlyUnmet: false,
      showNotApplicable: false,
      collapsed: [],
      complete: [],
    });
  });
});
