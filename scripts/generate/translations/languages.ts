import { readFileSync } from 'node:fs';
import path from 'node:path';

/** English, of whose sentences the keys are made, and the other languages of the OpenShift console. */
export const languages = ['en', 'es', 'fr', 'ja', 'ko', 'zh'] as const;

export type Language = (typeof languages)[number];

/**
 * What the console's own pages show of ours, which every page of the console loads; the texts of our pages and those of
 * the catalogue, which only our pages load; and those of the console's quick starts, which nothing loads: the chart has
 * an object for each language.
 */
export const namespaces = [
  'plugin__calico-readiness',
  'calico-readiness-pages',
  'calico-readiness-catalogue',
  'calico-readiness-quick-starts',
] as const;

export type Namespace = (typeof namespaces)[number];

/** What a file below locales/ holds: the text of each key, in the file's order. */
export type Texts = Readonly<Record<string, string>>;

const locales = path.join(import.meta.dirname, '../../../locales');

export const readTexts = (language: Language, namespace: string): Texts =>
  JSON.parse(readFileSync(path.join(locales, language, `${namespace}.json`), 'utf8')) as Texts;
