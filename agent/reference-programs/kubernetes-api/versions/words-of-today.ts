/**
 * What an API server says, as the version says it that the tests usually run against: up to Kubernetes 1.32 it names the kind
 * of a value that a rule refuses, and writes a list as Go does.
 */
export const inWordsOfToday = (message: string): string =>
  message.replace(/Invalid value: "(?:object|array)": /g, 'Invalid value: ').replace(/\[\]string\{([^}]*)\}/g, '[$1]');
