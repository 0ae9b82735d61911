import { isAllowedForPart } from './allowed-licences';
import type { BundledPackage } from './bundled-packages';
import { bundledPackages, idOf } from './bundled-packages';
import { unnamedForeignFiles } from './foreign-files';
import { licenceOf } from './licence-of';
import { parts } from './parts';
import { NumberedTexts } from './numbered-texts';
import { ownText } from './texts';

/** Its name beside the bundle that it speaks of. */
export const thirdPartyFile = 'THIRD-PARTY.txt';

/**
 * What the source files of a bundle bring along of others: packages and parts of packages with licences and texts. The
 * same on every machine that has the same versions installed. Throws, with a line for each package, when one may not
 * ship or has no text.
 */
export function thirdPartyText(bundle: string, root: string, inputs: Iterable<string>): string {
  const texts = new NumberedTexts();
  const lines: string[] = [];
  const faults: string[] = [];
  for (const bundled of bundledPackages(root, inputs)) {
    try {
      lines.push(...linesOf(bundled, texts));
    } catch (error) {
      faults.push(error instanceof Error ? error.message : String(error));
    }
  }
  if (faults.length > 0)
    throw new Error(`The licences of ${bundle} (scripts/build/third-party):\n${faults.join('\n')}`);
  return [
    `What ${bundle} contains of others`,
    '',
    'Each package stands with its version, its licence as an SPDX expression, and the numbers of the texts below that',
    'belong to it: its licence and notice files.',
    '',
    ...lines,
    texts.toString(),
    '',
  ].join('\n');
}

/** A line for the package and one for each part of it that is in the bundle. */
function linesOf(bundled: BundledPackage, texts: NumberedTexts): readonly string[] {
  const id = idOf(bundled);
  const [foreign] = unnamedForeignFiles(bundled, parts);
  if (foreign !== undefined)
    throw new Error(`${id} brings ${foreign}, which may have another licence; find out, and name it in parts.ts.`);
  const { expression, texts: own, standardTextOf } = licenceOf(bundled);
  const remark =
    standardTextOf === undefined ? '' : `, by ${standardTextOf}; it has no licence file, so this is the standard text`;
  return [
    `* ${id}: ${expression} ${texts.numbers(own)}${remark}`,
    ...parts
      .filter((part) => part.package === id && bundled.files.some((file) => file.startsWith(part.path)))
      .map(({ name, licence, text }) => {
        if (!isAllowedForPart(licence))
          throw new Error(`${name} in ${id} is under ${licence}, which is not on the list in allowed-licences.ts.`);
        return `  * in it ${name}: ${licence} ${texts.numbers([ownText(text)])}`;
      }),
  ];
}
