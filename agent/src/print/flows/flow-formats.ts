// Apart from the printers: what lays out tables takes a tenth of a check to load.

/** The values of `--output` for flows, the first being the default. */
export const flowFormats = ['table', 'json', 'yaml', 'csv', 'markdown', 'junit'] as const;
export type FlowFormat = (typeof flowFormats)[number];

/** The values of `--output` for what came in. */
export const answeredFormats = ['table', 'json', 'yaml'] as const;
export type AnsweredFormat = (typeof answeredFormats)[number];
