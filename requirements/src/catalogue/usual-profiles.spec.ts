import { calicoVersions } from '../model/profile-choices';
import { usualProfileIds, usualProfiles } from './usual-profiles';

describe('the usual profiles', () => {
  it('are one of each id, in their order', () => {
    expect(usualProfiles.map(({ id }) => id)).toEqual(usualProfileIds);
  });

  it('differ from one another', () => {
    const values = usualProfiles.map((profile) => JSON.stringify(profile.values));
    expect(new Set(values).size).toBe(values.length);
  });

  it.each(usualProfiles)('$id says which data plane, families and encryption it has', ({ values }) => {
    expect(values).toMatchObject({
      dataplane: expect.any(String) as string,
      ipFamilies: expect.arrayContaining(['IPv4']) as string[],
      wireguard: expect.any(Boolean) as boolean,
    });
  });

  it('have no nftables data plane before v3.29, and everything else in every release', () => {
    for (const { id, isIn } of usualProfiles)
      expect(calicoVersions.filter(isIn)).toEqual(id === 'nftables' ? calicoVersions.slice(4) : calicoVersions);
  });

  it.each(usualProfiles)('$id names the page it is from', ({ source }) => {
    expect(source).toMatch(/^tigera\/docs main: calico_versioned_docs\/version-3\.32\/\S+\.mdx$/);
  });
});
