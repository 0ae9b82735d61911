import { shortText } from './short-text';

/** What the cluster's objects say about one field of the profile; `from` names them, or says why they say nothing. */
export type Detection<T> =
  | { readonly detected: true; readonly value: T; readonly from: string }
  | { readonly detected: false; readonly from: string };

/** The objects say this. */
export const detected = <T>(value: T, ...from: readonly string[]): Detection<T> => ({
  detected: true,
  value,
  from: joined(from),
});

/** The objects do not say; `from` tells why. */
export const undetected = (...from: readonly string[]): Detection<never> => ({ detected: false, from: joined(from) });

/** Origins as one text, each once, with a bounded length; one of them may already be several joined. */
export const joined = (from: readonly string[]): string =>
  shortText([...new Set(from.flatMap((text) => text.split('; ')))].filter((text) => text !== '').join('; '), 200);
