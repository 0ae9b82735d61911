/** The console releases whose plugin host we emulate. */
export const consoleProfiles = ['4.19', '4.22'] as const;
export type ConsoleProfile = (typeof consoleProfiles)[number];

export const isConsoleProfile = (text: string): text is ConsoleProfile =>
  (consoleProfiles as readonly string[]).includes(text);
