import { readFileSync, writeFileSync } from 'node:fs';
import { requirementsDocument } from './requirements-document';

const path = new URL('../docs/requirements.md', import.meta.url);
const document = requirementsDocument();

if (process.argv.includes('--check')) {
  if (readFileSync(path, 'utf8') !== document) {
    console.error('docs/requirements.md is stale: run npm run generate-docs');
    process.exitCode = 1;
  }
} else {
  writeFileSync(path, document);
}
