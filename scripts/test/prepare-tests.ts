import { prepare } from './prepare';

/** `npm run test:prepare`: what `npm test` does first, for who runs only some tests. */
const missing = prepare(console.log);
for (const { name, tests, command } of missing) console.log(`No ${name}, which ${tests} need. To get it: ${command}`);
process.exitCode = missing.length === 0 ? 0 : 1;
