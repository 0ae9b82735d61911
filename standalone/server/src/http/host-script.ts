import type { Backend } from '../backends/backend';
import type { StaticFile } from './static-file';

/** JSON that stays inside a script, whatever a host is named. */
const scriptJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** What the shell must know before it starts; a file of its own because the policy allows no script in the page. */
export const hostScript = (profile: string, backend: Backend): StaticFile => {
  const { name, label, isSample, notice } = backend;
  const host = { profile, backend: name, label, isSample, notice };
  const flags = {
    basePath: '/',
    releaseVersion: `${profile}.0`,
    branding: 'standalone',
    userSettingsLocation: 'localstorage',
  };
  const content = `window.SERVER_FLAGS = ${scriptJson(flags)};\nwindow.STANDALONE_HOST = ${scriptJson(host)};\n`;
  return { content: Buffer.from(content), contentType: 'text/javascript; charset=utf-8', cacheControl: 'no-store' };
};
