import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { configurationText } from './kernel-files';
import { flatcar, redHat10, redHat7, redHat8, redHat9, ubuntu } from './kernels';
import { otherHosts } from './other-hosts';
import { redHatHosts } from './red-hat-hosts';

/** Every file and link below a directory, with what it holds. */
function filesBelow(directory: string, prefix = ''): Record<string, string> {
  return Object.assign(
    {},
    ...readdirSync(directory).map((name) => {
      const path = join(directory, name);
      const status = lstatSync(path);
      if (status.isDirectory()) return filesBelow(path, `${prefix}${name}/`);
      return {
        [prefix + name]: status.isSymbolicLink() ? `-> ${readlinkSync(path)}` : readFileSync(path).toString('latin1'),
      };
    }),
  ) as Record<string, string>;
}

describe('a reconstructed host', () => {
  it.each(Object.entries({ ...redHatHosts, ...otherHosts }))('%s is what its facts make of it', (name, tree) => {
    const expected = Object.entries(tree).map(([path, content]) => [
      path,
      typeof content === 'string' || content instanceof Uint8Array
        ? Buffer.from(content).toString('latin1')
        : `-> ${content.linkTo}`,
    ]);
    const kept = filesBelow(`agent/fixtures/hosts/${name}/root`);
    // Of compressed files only the content is the same with every release of zlib; the reports hold it.
    delete kept['proc/config.gz'];
    expect(kept).toEqual(Object.fromEntries(expected.filter(([path]) => path !== 'proc/config.gz')));
  });
});

describe('the facts of a kernel', () => {
  const kernels = [
    redHat7,
    redHat8,
    redHat9('5.14.0-1.el9.x86_64'),
    redHat10('6.12.0-1.el10.x86_64', { extraPackage: true }),
    flatcar,
    ubuntu,
  ];

  it.each(kernels.map((kernel) => [kernel.release, kernel] as const))(
    'of %s give each symbol one value',
    (_, kernel) => {
      const all = [...kernel.builtIn, ...kernel.asModule, ...kernel.off];
      expect(all.filter((symbol, index) => all.indexOf(symbol) !== index)).toEqual([]);
    },
  );

  it.each(kernels.map((kernel) => [kernel.release, kernel] as const))(
    'of %s hold nothing that the catalogue does not ask for',
    (_, kernel) => {
      const known = new Set([...kernel.builtIn, ...kernel.asModule, ...kernel.off]);
      expect(
        configurationText(kernel)
          .split('\n')
          .filter((line) => line.includes('CONFIG_')).length,
      ).toBe(known.size + kernel.furtherConfiguration.length);
    },
  );
});
