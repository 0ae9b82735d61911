import type { GuideSituation } from '@calico-readiness/requirements';
import { guides, hostScript, inEnglish, noSituation } from '@calico-readiness/requirements';
import type { Step } from '../ansible/changing-a-host';
import { cableAddress, cableOf, zoneFlows, zoneRows } from './zone-rows';

/** Where the agent is on the host. */
export const placeOfAgent = 'var/agent';
export const keyFile = 'var/key';
export const scriptFile = 'var/script.sh';

const families = [4, 6] as const;
const numbers = zoneRows.map((_row, number) => number);
const situation: GuideSituation = { ...noSituation, firewallUnits: ['firewalld.service'] };
const guide = guides.find(({ id }) => id === 'firewalld');

/** The script that the guide gives for many hosts. */
export const guideScript = (): string =>
  guide === undefined
    ? ''
    : hostScript('firewalld', inEnglish(guide.title), [{ hosts: ['worker-1'], change: guide.change(situation) }]);

/** The commands that the guide gives for a host with firewalld, word for word. */
const guideCommands = (guide?.instructions('rhel', situation) ?? []).flatMap(({ commands = [] }) => commands);
const undoCommands = (guide?.undo('rhel', situation) ?? []).flatMap(({ commands = [] }) => commands);

/** A second host on a cable for each row: a namespace that the shell keeps open. */
const network = [
  'unshare --net sleep 600 < /dev/null > /dev/null 2>&1 &',
  'echo $! > /run/here',
  'until [ "$(readlink /proc/$(cat /run/here)/ns/net)" != "$(readlink /proc/self/ns/net)" ]; do sleep 0.05; done',
  ...numbers.flatMap((number) => [
    `ip link add ${cableOf(number)} type veth peer name ${cableOf(number)} netns $(cat /run/here)`,
    ...(['here', 'there'] as const).flatMap((host) => [
      ...families.map(
        (family) =>
          `${at(host)} ip -${String(family)} address add ${cableAddress(number, host, family)}/${family === 4 ? '24' : '64 nodad'} dev ${cableOf(number)}`,
      ),
      `${at(host)} ip link set ${cableOf(number)} up`,
    ]),
  ]),
  // A link that came up counts as running a while later, up to a second: until then its addresses are not listed.
  ...waitUntil(
    `[ "$(ip -oneline link show type veth | grep -c 'state UP')" -ge ${String(numbers.length)} ]`,
    'ip link',
  ),
  // A kernel says little of what it refuses; a host that says nothing would be one that drops.
  'echo 0 > /proc/sys/net/ipv4/icmp_ratelimit',
  'echo 0 > /proc/sys/net/ipv6/icmp/ratelimit',
];

/** Waits a minute at most; then says how things are, and fails. */
function waitUntil(condition: string, otherwise: string): readonly string[] {
  return [
    'tries=0',
    `until ${condition}; do tries=$((tries + 1)); [ $tries -lt 600 ] || { ${otherwise}; exit 1; }; sleep 0.1; done`,
  ];
}

function at(host: 'here' | 'there'): string {
  return host === 'here' ? 'nsenter --target $(cat /run/here) --net' : 'env';
}

const addressesAt = (host: 'here' | 'there'): string =>
  numbers.flatMap((number) => families.map((family) => cableAddress(number, host, family))).join(',');

const node = `/${placeOfAgent}/node`;
const agent = `${node} /${placeOfAgent}/dist/cli.js`;
const listener = `require("net").createServer().listen(179, "::");require("net").createServer().listen(5473, "::")`;
const answering = [
  `${node} -e '${listener}' < /dev/null > /dev/null 2>&1 &`,
  `${agent} flows --answer --for 600 --from ${addressesAt('here')} --key-file /${keyFile} < /dev/null > /run/answered 2>&1 &`,
  ...waitUntil(
    '[ "$(cat /proc/net/raw /proc/net/raw6 | grep -vc local_address)" -ge 3 ] && grep -q ":1561 [0:]* 0A " /proc/net/tcp6',
    'cat /run/answered /proc/net/raw /proc/net/raw6 /proc/net/tcp6',
  ),
];

/** What the host on the other end of the cables sees; its agent has to be the first of its own processes. */
const tested = [
  `${at('here')} unshare --mount --pid --fork --mount-proc ${agent} flows --flow ${zoneFlows.join(',')} --to ${addressesAt('there')} --answering --bgp-password no --key-file /${keyFile} --at-once 64 --timeout 5 --output json || test $? = 3`,
];

/** Things of several kinds take a command each (firewall-cmd(1)). */
const opened = zoneRows.flatMap(({ zone, added = [] }) =>
  added.map((words) => `firewall-cmd --permanent --zone=${zone} ${words}`),
);

/** What is done on the host, each with the lines of a shell. */
export const firewalldSteps: Readonly<Record<string, readonly string[]>> = {
  // Returns at once where it runs, waits where it is starting, and tries again where a loaded machine kept it from that.
  booted: [
    'systemctl start firewalld.service || { systemctl --no-pager status firewalld.service || :; cat /run/firewalld.log; exit 1; }',
  ],
  network,
  answering,
  opened: [...opened, 'firewall-cmd --reload'],
  zones: tested,
  rules: ['nft list tables'],
  guide: guideCommands,
  'without-firewalld': tested,
  'rules-without': ['nft list tables'],
  started: ['systemctl start firewalld.service'],
  undo: undoCommands,
  'with-firewalld': tested,
  script: [`sh /${scriptFile}`],
  'rules-after-script': ['nft list tables'],
  'script-undone': [`sh /${scriptFile} --undo`],
};

/** Each as a command of the host, which runs the file of its lines. */
export const steps: readonly Step[] = Object.keys(firewalldSteps).map((name) => ({
  name,
  command: `sh -e /var/steps/${name}`,
}));
