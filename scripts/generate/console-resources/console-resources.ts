import { yamlForm } from '@calico-readiness/requirements';
import { stringify } from 'yaml';
import { quickStarts } from './quick-starts';
import { yamlSamples } from './yaml-samples';

/** Below charts/calico-readiness: the template of each folder installs what lies in it. */
export const consoleFolders = { samples: 'console/samples', quickStarts: 'console/quick-starts' } as const;

export interface ConsoleResource {
  /** Below the chart. */
  readonly fileName: string;
  readonly object: { readonly metadata: { readonly name: string } };
  readonly text: string;
}

/** The objects by which the console offers samples and quick starts, as files of the chart. */
export const consoleResources = (): readonly ConsoleResource[] => [
  ...yamlSamples.map((object) => resource(consoleFolders.samples, object)),
  ...quickStarts().map((object) => resource(consoleFolders.quickStarts, object)),
];

const resource = (folder: string, object: ConsoleResource['object']): ConsoleResource => ({
  fileName: `${folder}/${object.metadata.name}.yaml`,
  object,
  text: `# Written by npm run generate-docs.\n${stringify(object, { ...yamlForm, blockQuote: 'literal' })}`,
});
