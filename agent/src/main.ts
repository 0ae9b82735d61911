import { plainAliveOptions, tellAliveness } from './commands/aliveness';

// `check | head` closes our output early; that is the reader's right and no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const words = process.argv.slice(2);
const write = (text: string): void => {
  process.stdout.write(text);
};
const aliveOptions = plainAliveOptions(words);

if (aliveOptions !== undefined) {
  // The kubelet asks every half minute: nothing of what the other commands need is loaded for it.
  await tellAliveness(aliveOptions, {
    write,
    end(status) {
      process.exitCode = status;
    },
  });
} else {
  const { runCommandLine } = await import('./commands/command-line');
  process.exitCode = await runCommandLine(words, {
    // Undefined, in spite of its type, when the output is piped.
    isTerminal: process.stdout.isTTY === true,
    columns: process.stdout.columns,
    environment: process.env,
    write,
    writeError(text) {
      process.stderr.write(text);
    },
  });
}
