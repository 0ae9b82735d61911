import { fixtureHosts } from '../fixture-hosts';
import { denials } from './damaged-files';
import { changesByDamage } from './weakened-evidence';

/** One denial in so many is tried here; all of them are beside the reference programs. */
const share = 6;

describe('a path that may not be read', () => {
  it.each(fixtureHosts.map((host, index) => ({ ...host, index })))(
    'leaves every verdict about $name as it is, or unknown',
    async ({ root, index }) => {
      const { changes } = await changesByDamage(root, denials, (trial) => trial % share === index % share);
      expect(changes.filter(({ after }) => after !== 'Unknown')).toEqual([]);
    },
  );
});
