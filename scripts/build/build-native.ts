import { buildNative } from './native-part';

const fault = buildNative();
if (fault !== undefined) {
  console.error(`The native part of the agent is not built: ${fault}. What needs raw sockets then stays untested.`);
  process.exitCode = 1;
}
