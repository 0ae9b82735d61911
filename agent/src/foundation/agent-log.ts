/** The part of a pino logger that the agent uses: an object of fields, then a sentence. */
export interface AgentLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

const nothing = (): void => undefined;

/** For whoever embeds the agent and does not want to hear from it. */
export const silentLog: AgentLog = { info: nothing, warn: nothing, error: nothing };

/** What an error is, for one field of a log line. */
export const errorText = (error: unknown): string => (error instanceof Error ? error.message : String(error));
