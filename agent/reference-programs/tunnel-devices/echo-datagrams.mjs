// Sends a datagram to each address when the one before came back, so that none is lost because somebody is slow; or sends
// back what comes. The sender ends by SIGTERM, and prints how many it sent to each address, and how many came back.
import { createSocket } from 'node:dgram';

const [, , mode, ...addresses] = process.argv;
const port = 7777;
/** Milliseconds after which a datagram is lost. */
const longest = 30_000;
/** Milliseconds between an answer and the next question. */
const pause = 30;

const familyOf = (address) => (address.includes(':') ? 'udp6' : 'udp4');

function answer(address) {
  const socket = createSocket(familyOf(address));
  socket.on('message', (message, { port: source, address: from }) => socket.send(message, source, from));
  socket.bind(port, address);
}

let ending = false;

async function ask(address) {
  const socket = createSocket(familyOf(address));
  let [sent, returned] = [0, 0];
  for (; !ending; sent += 1) {
    const text = String(sent);
    const back = new Promise((resolve) => {
      const timer = setTimeout(resolve, longest, false);
      socket.once('message', (message) => {
        clearTimeout(timer);
        resolve(String(message) === text);
      });
    });
    socket.send(text, port, address);
    if (await back) returned += 1;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  socket.close();
  return { address, sent, returned };
}

if (mode === 'answer') for (const address of addresses) answer(address);
else {
  process.on('SIGTERM', () => {
    ending = true;
  });
  process.stdout.write(`${JSON.stringify(await Promise.all(addresses.map(ask)))}\n`);
}
