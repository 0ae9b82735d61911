import type { ReadSelector } from './label-selector';

/** A text that is the same for selectors that demand the same, in whatever order they say it. */
export const selectorKey = ({ demands }: ReadSelector): string =>
  JSON.stringify(
    demands.map(({ key, operator, values }) => JSON.stringify([key, operator, [...values].sort()])).sort(),
  );

/** The selector in words, as kubectl takes it: `zone in (a,b),!gpu`; empty for one that demands nothing. */
export const selectorText = ({ demands }: ReadSelector): string =>
  demands
    .map(({ key, operator, values }) => {
      const list = [...values];
      switch (operator) {
        case 'In':
          return list.length === 1 ? `${key}=${list.join('')}` : `${key} in (${list.join(',')})`;
        case 'NotIn':
          return list.length === 1 ? `${key}!=${list.join('')}` : `${key} notin (${list.join(',')})`;
        case 'Exists':
          return key;
        case 'DoesNotExist':
          return `!${key}`;
        default:
          return operator satisfies never;
      }
    })
    .join(',');
