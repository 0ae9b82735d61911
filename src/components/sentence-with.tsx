import { Fragment } from 'react';
import type { ReactNode } from 'react';
import { formatsOf } from '../hooks/useReadinessTranslation';

/** Stands around the number of an element in a sentence. No host's text has it (`printable`), nor has a translation. */
const mark = '\uE000';

/**
 * A sentence with elements in the places of its placeholders, in the order in which the language has them:
 * `sentenceWith({ node: <Link … /> }, (places) => t('on {{node}}', places))`. Unlike react-i18next's `Trans` it takes
 * nothing in the sentence for markup, so values of a host may stand beside the elements.
 */
export function sentenceWith<Name extends string>(
  elements: Readonly<Record<Name, ReactNode>>,
  translate: (places: Record<Name, string>) => string,
): ReactNode {
  const names = Object.keys(elements) as Name[];
  const places = Object.fromEntries(names.map((name, index) => [name, `${mark}${String(index)}${mark}`]));
  return translate(places as Record<Name, string>)
    .split(mark)
    .map((part, index) => {
      // Every other part stood between two marks.
      const name = index % 2 === 0 ? undefined : names[Number(part)];
      return <Fragment key={index}>{name === undefined ? part : elements[name]}</Fragment>;
    });
}

/** Elements with what the language puts between the texts of a list. */
export const listOf = (language: string, elements: readonly ReactNode[]): ReactNode =>
  formatsOf(language)
    .lists.formatToParts(elements.map((_element, index) => String(index)))
    .map(({ type, value }, index) => (
      <Fragment key={index}>{type === 'element' ? elements[Number(value)] : value}</Fragment>
    ));
