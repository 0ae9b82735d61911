import type { Printer } from './printable-report';

/** The values of `--output`, the first being the default. */
export const outputFormats = ['table', 'json', 'yaml', 'csv', 'markdown', 'junit'] as const;
export type OutputFormat = (typeof outputFormats)[number];

/** Loads the printer of an output format; together with their libraries all of them would double the time that a check takes to start. */
export const loadPrinter: Readonly<Record<OutputFormat, () => Promise<Printer>>> = {
  table: async () => (await import('./table')).printTable,
  json: async () => (await import('./json')).printJson,
  yaml: async () => (await import('./yaml')).printYaml,
  csv: async () => (await import('./csv')).printCsv,
  markdown: async () => (await import('./markdown')).printMarkdown,
  junit: async () => (await import('./junit')).printJunit,
};
