import { mkdirSync, writeFileSync } from 'node:fs';
import { customResourceDefinitions } from './crds/custom-resource-definitions';

const directory = 'charts/calico-readiness/definitions';
mkdirSync(directory, { recursive: true });
for (const { fileName, text } of customResourceDefinitions()) {
  writeFileSync(`${directory}/${fileName}`, text);
  console.log(`${directory}/${fileName}`);
}
