/** The values of `--output` for flows, the first being the default. Apart from the printers: what lays out tables takes a tenth of a check to load. */
export const flowFormats = ['table', 'json', 'yaml'] as const;
export type FlowFormat = (typeof flowFormats)[number];
