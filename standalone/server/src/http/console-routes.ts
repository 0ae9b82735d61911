import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Backend } from '../backends/backend';
import { answerChanges } from './changes-request';
import { hostScript } from './host-script';
import { answerKubernetes } from './kubernetes-http';
import { readLocale } from './locale';
import { answerNetwork } from './network-request';
import { sendFile, sendText } from './responses';
import { answerOperator } from './operator-request';
import { answerScenario } from './scenario-request';
import { readStaticFile, type StaticFile } from './static-file';

/** Where the console's own API server would answer. */
export const apiRoot = '/api/kubernetes';
const pluginRoot = '/api/plugins/calico-readiness/';
const shellRoot = '/static/';

/** What one emulated console is made of. */
export interface EmulatedConsole {
  /** The name of the console that is emulated. */
  readonly profile: string;
  readonly backend: Backend;
  /** The built plugin: `plugin-manifest.json` and what it names. */
  readonly pluginDirectory: string;
  /** The built console shell of this profile. */
  readonly shellDirectory: string;
  /** Whether `/standalone/scenario`, `/standalone/operator`, `/standalone/changes` and `/standalone/network` answer. */
  readonly testControls: boolean;
}

/** A language that the plugin was not translated to: the shell then falls back to English. */
const noTexts: StaticFile = {
  content: Buffer.from('{}'),
  contentType: 'application/json; charset=utf-8',
  cacheControl: 'no-cache',
};

/** The address of a request, without ambiguities at its beginning. */
export const urlOf = (request: IncomingMessage): URL =>
  new URL(
    request.url?.startsWith('/') === true ? `http://localhost${request.url.replace(/^\/+/, '/')}` : 'http://localhost/',
  );

const decode = (encoded: string): string => {
  try {
    return decodeURIComponent(encoded);
  } catch {
    // Not a path that anything is served under.
    return '\0';
  }
};

/** Answers a request that is ours to answer. */
export const answerConsole = async (
  { profile, backend, pluginDirectory, shellDirectory, testControls }: EmulatedConsole,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const { pathname, searchParams } = urlOf(request);
  if (pathname.startsWith(`${apiRoot}/`)) {
    return answerKubernetes(backend.api, pathname.slice(apiRoot.length), searchParams, request, response);
  }
  if (pathname === '/standalone/scenario' && testControls) return answerScenario(backend.api, request, response);
  if (pathname === '/standalone/operator' && testControls && backend.operator !== undefined)
    return answerOperator(backend.operator, request, response);
  if (pathname === '/standalone/changes' && testControls && backend.changes !== undefined)
    return answerChanges(backend.changes, request, response);
  if (pathname === '/standalone/network' && testControls && backend.network !== undefined)
    return answerNetwork(backend.network, request, response);
  if (request.method !== 'GET' && request.method !== 'HEAD') return sendText(response, 405, 'Method not allowed');
  if (pathname === '/standalone/host.js') return sendFile(response, hostScript(profile, backend));
  if (pathname.startsWith(pluginRoot))
    return sendFile(response, await readStaticFile(pluginDirectory, decode(pathname.slice(pluginRoot.length))));
  if (pathname === '/locales/resource.json') {
    return sendFile(
      response,
      (await readLocale(pluginDirectory, searchParams.get('lng') ?? '', searchParams.get('ns') ?? '')) ?? noTexts,
    );
  }
  if (pathname.startsWith(shellRoot))
    return sendFile(response, await readStaticFile(shellDirectory, decode(pathname.slice(shellRoot.length))));
  if (pathname.startsWith('/api/') || pathname.startsWith('/standalone/') || pathname === '/favicon.ico')
    return sendText(response, 404, 'Not found');
  // Every other path is a page of the shell.
  return sendFile(response, await readStaticFile(shellDirectory, 'index.html'));
};
