import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as stub from './sdk-stub';

const room = path.join(import.meta.dirname, '../console');

/** What the files of `src/console` take from the SDK; types, which nothing has to stand for, left out. */
const taken = readdirSync(room)
  .flatMap((file) => [
    ...readFileSync(path.join(room, file), 'utf8').matchAll(
      /(?:import|export) \{([^}]+)\} from '@openshift-console\/dynamic-plugin-sdk'/g,
    ),
  ])
  .flatMap(([, names = '']) => names.split(','))
  .map((name) => name.trim())
  .filter((name) => name !== '' && !name.startsWith('type '));

describe('the stub of the SDK', () => {
  it('has everything that the plugin takes from the SDK, and nothing else', () => {
    expect(Object.keys(stub).sort()).toEqual([...new Set(taken)].sort());
  });
});
