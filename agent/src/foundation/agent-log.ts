import { withoutSecrets } from './secrets';

/** The part of a pino logger that the agent uses: an object of fields, then a sentence. */
export interface AgentLog {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Lowest level that is logged. */
export const logLevels = ['debug', 'info', 'warn', 'error'] as const;

export type LogLevel = (typeof logLevels)[number];

const nothing = (): void => undefined;

/** For whoever embeds the agent and does not want to hear from it. */
export const silentLog: AgentLog = { debug: nothing, info: nothing, warn: nothing, error: nothing };

/** What an error is, for one field of a log line or for the terminal; no bearer token gets there. */
export const errorText = (error: unknown): string =>
  withoutSecrets(error instanceof Error ? error.message : String(error));
