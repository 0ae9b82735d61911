import path from 'node:path';
import { runBundled } from '../../requirements/bench/run-bundled';

runBundled(path.join(import.meta.dirname, 'measured-fleet.ts'));
