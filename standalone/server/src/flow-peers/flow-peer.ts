import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { AnsweringPeer, silentLog } from '@calico-readiness/agent';
import { lagFile, worldFile, type PeerLine } from './peer-process';
import { answeredProfile, peerNetwork, type PeerWorld } from './peer-world';

// One peer, in namespaces of its own: it answers challenges as an agent does, and listens as BIRD and Typha would. It says
// once a second that it is there and what it answers, and ends with its standard input.

const directory = process.env['DIRECTORY'] ?? '';
const nodeName = process.argv[2] ?? '';
const { self, peers, key } = JSON.parse(readFileSync(worldFile(directory), 'utf8')) as PeerWorld;

/** Milliseconds that the clock of all is behind that of the machine. */
const lag = (): number => Number(readFileSync(lagFile(directory), 'utf8'));

const listen = (port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', reject);
    server.listen(port, '0.0.0.0', resolve);
  });

process.stdin.on('end', () => process.exit(0)).resume();
await Promise.all([listen(179), listen(5473)]);
const peer = await AnsweringPeer.open({
  nodeName,
  peers: [self, ...peers],
  network: peerNetwork,
  profile: answeredProfile,
  key: Buffer.from(key, 'base64'),
  clock: { wall: () => Date.now() - lag(), steady: () => performance.now() - lag() },
  log: silentLog,
});
const tell = (): void => {
  const line: PeerLine = { peer: nodeName, flows: peer.answers };
  process.stdout.write(`${JSON.stringify(line)}\n`);
};
tell();
setInterval(tell, 1_000);
