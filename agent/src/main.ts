import { plainAliveOptions, tellAliveness } from './commands/aliveness';
import { engineFlagsOf } from './commands/engine-flags';

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
  // Before the code is loaded: what V8 has begun in other threads stays in memory.
  for (const flag of engineFlagsOf(words[0])) process.getBuiltinModule('node:v8').setFlagsFromString(flag);
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
