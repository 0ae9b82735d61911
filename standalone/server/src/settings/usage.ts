import { scenarioNames } from '../kubernetes/scenario';
import { shortestToken, tokenVariable } from './access-token';
import { consoleProfiles } from './console-profile';
import { fleetNames } from './options';

const names = consoleProfiles.map(({ name }) => name);
const times = names.length === 2 ? 'twice' : `${names.length} times`;
const everyConsole = consoleProfiles.map(({ name, port }) => `--console ${name}:${port}`).join(' ');

/** What `npm start -- --help` prints. */
export const usage = `Usage: npm start -- [options]

  --backend local|sample     what the pages show: this machine (default on Linux) or an invented fleet
  ${`--console ${names[0]}[:PORT]`.padEnd(25)}  emulate this OpenShift console; may be given ${times}
                             (default: ${everyConsole}; port 0 is any free one)
  --host-root DIR            local: judge the host tree below DIR instead of /
  --flow-peers               local, as root: make peers in network namespaces and a device to reach them, and test
                             the flows to them; all of it goes when this program ends
  --nodes N                  sample: size of the fleet (default 40, at most 10000)
  --fleet NAME               sample: ${fleetNames.join(' or ')} (default ${fleetNames[0]})
  --scenario NAME            let the API misbehave: ${scenarioNames.join(', ')}
  --test-controls            let tests change the scenario by POST /standalone/scenario
  --other-plugin DIR         for benchmarks: serve each console once more, on any free port, with the plugin that is
                             built in DIR in the place of ours; it has to have the same name
  --help

The printed address contains a token: without it, other users of this machine are not let in. The browser gets a
cookie for it, and programs send it as "Authorization: Bearer TOKEN". Each start makes a new token, unless the
environment gives one of at least ${shortestToken} characters: ${tokenVariable}
`;
