import type { ServerResponse } from 'node:http';
import type { StaticFile } from './static-file';

export const sendText = (response: ServerResponse, code: number, text: string): void => {
  response.writeHead(code, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
};

/** Leads to the same page under another address; nobody keeps the answer. */
export const sendRedirect = (response: ServerResponse, location: string, cookie: string | undefined): void => {
  response
    .writeHead(303, {
      Location: location,
      'Cache-Control': 'no-store',
      ...(cookie === undefined ? {} : { 'Set-Cookie': cookie }),
    })
    .end();
};

/** Answers with a file, and 404 where there is none. */
export const sendFile = (response: ServerResponse, file: StaticFile | undefined): void => {
  if (file === undefined) return sendText(response, 404, 'Not found');
  response.writeHead(200, {
    'Content-Type': file.contentType,
    'Content-Length': file.content.length,
    'Cache-Control': file.cacheControl,
  });
  response.end(file.content);
};
