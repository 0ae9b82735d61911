import { readFileSync } from 'node:fs';
import { fixtureHosts, reportOfFixture } from './fixture-hosts';

// Every verdict in the golden reports was reviewed by hand: agent/fixtures/hosts/README.md. After a change that
// is meant, `npm run update-golden` writes them anew; then review what changed.
describe('a fixture host', () => {
  it.each(fixtureHosts)('$name has the report that was reviewed', async (host) => {
    expect(await reportOfFixture(host)).toBe(readFileSync(host.goldenReport, 'utf8'));
  });

  it('is one of five, from a full node to an empty directory', () => {
    expect(fixtureHosts.map(({ name }) => name)).toEqual([
      'debian-12-amd64-networkmanager',
      'debian-12-arm64-stock',
      'debian-12-cloud-amd64-firewalld',
      'debian-12-s390x-ufw-blocked',
      'empty',
    ]);
  });
});
