import path from 'node:path';
import { runBundled } from './run-bundled';

runBundled(path.join(import.meta.dirname, 'measured-evaluation.ts'));
