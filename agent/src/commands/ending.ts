import type { AgentLog } from '../foundation/agent-log';

/** Aborts when the process is asked to end. */
export function untilSignal(log: AgentLog): AbortSignal {
  const ending = new AbortController();
  for (const name of ['SIGTERM', 'SIGINT'] as const) {
    process.once(name, () => {
      log.info({ signal: name }, 'Ending');
      ending.abort();
    });
  }
  return ending.signal;
}
