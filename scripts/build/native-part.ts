import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import path from 'node:path';

/** Named by the architecture, as the agent looks for it (agent/src/host/flows/raw-socket.ts). */
const target = `agent/native/build/raw-socket-${process.arch}.node`;

/** Node.js may bring its own headers along, beside its program; what is needed of them is declared here as well. */
const nodeHeaders = path.resolve(process.execPath, '../../include/node');
const ownHeaders = 'agent/native/node-api';

/** Builds the part of the agent that is no TypeScript by the compiler of the machine. Returns why it cannot; undefined when it is built. */
export function buildNative(): string | undefined {
  const headers = existsSync(path.join(nodeHeaders, 'node_api.h')) ? nodeHeaders : ownHeaders;
  mkdirSync(path.dirname(target), { recursive: true });
  // Another build, or an agent that starts meanwhile, finds a whole file or none.
  const made = `${target}.${String(process.pid)}`;
  const { status, error } = spawnSync('sh', ['agent/native/compile.sh', headers, made], { stdio: 'inherit' });
  if (error !== undefined) return error.message;
  if (status !== 0) return `the C compiler ended with ${String(status)}; 127 is for none`;
  renameSync(made, target);
  return undefined;
}
