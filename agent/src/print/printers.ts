import { printCsv } from './csv';
import { printJson } from './json';
import { printJunit } from './junit';
import { printMarkdown } from './markdown';
import type { Printer } from './printable-report';
import { printTable } from './table';
import { printYaml } from './yaml';

/** The values of `--output`, the first being the default. */
export const outputFormats = ['table', 'json', 'yaml', 'csv', 'markdown', 'junit'] as const;
export type OutputFormat = (typeof outputFormats)[number];

/** The printer of each output format. */
export const printers: Readonly<Record<OutputFormat, Printer>> = {
  table: printTable,
  json: printJson,
  yaml: printYaml,
  csv: printCsv,
  markdown: printMarkdown,
  junit: printJunit,
};
