import { importFaults } from './import-faults';
import { readImports } from './import-graph';
import { rooms } from './rooms';

/** Where the repository keeps TypeScript. */
const folders = ['requirements', 'agent', 'src', 'standalone', 'integration-tests', 'scripts'];

const faults = importFaults(await readImports(process.cwd(), folders), rooms);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
