// Sends numbered datagrams to an address, at a pace that loses none, or counts those that come: what a tunnel carried.
import { createSocket } from 'node:dgram';

const [, , mode, address, count] = process.argv;
const port = 7777;
const socket = createSocket('udp4');
if (mode === 'send') {
  for (let number = 0; number < Number(count); number += 1) {
    socket.send(String(number), port, address);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  socket.close();
} else {
  const seen = new Set();
  socket.on('message', (message) => seen.add(String(message)));
  socket.bind(port, address);
  process.on('SIGTERM', () => {
    process.stdout.write(`${String(seen.size)}\n`);
    process.exit();
  });
}
