import path from 'node:path';
import { readStaticFile, type StaticFile } from './static-file';

/** The plugin's own text file for a language and a namespace, as the console asks for it; undefined when it has none. */
export const readLocale = async (
  pluginDirectory: string,
  language: string,
  namespace: string,
): Promise<StaticFile | undefined> => {
  if (!/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]+)*$/.test(language) || !/^[a-z0-9_-]+$/.test(namespace)) return undefined;
  return readStaticFile(path.join(pluginDirectory, 'locales'), path.join(language, `${namespace}.json`));
};
