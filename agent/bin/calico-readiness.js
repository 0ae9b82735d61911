#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const program = new URL('../dist/cli.js', import.meta.url);

if (existsSync(fileURLToPath(program))) {
  await import(program.href);
} else {
  process.stderr.write(
    'error: calico-readiness is not built yet. Run in the checkout: npm ci && npm run build:agent\n',
  );
  process.exitCode = 1;
}
