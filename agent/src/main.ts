import { runCommandLine } from './commands/command-line';

// `check | head` closes our output early; that is the reader's right and no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await runCommandLine(process.argv.slice(2), {
  // Undefined, in spite of its type, when the output is piped.
  isTerminal: process.stdout.isTTY === true,
  columns: process.stdout.columns,
  environment: process.env,
  write(text) {
    process.stdout.write(text);
  },
  writeError(text) {
    process.stderr.write(text);
  },
});
