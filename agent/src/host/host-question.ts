import type { Fact } from '@calico-readiness/requirements';
import type { HostFiles } from './host-files';

/** What can be asked of a host's files, by the name of the method of HostFiles, with its parameters. */
export type HostQuestion =
  | { readonly operation: 'readText' | 'readBytes'; readonly path: string; readonly maxBytes: number | undefined }
  | {
      readonly operation: 'readPieces';
      readonly path: string;
      readonly maxBytes: number | undefined;
      readonly take: (piece: Uint8Array) => 'more' | 'enough';
    }
  | { readonly operation: 'readLinks'; readonly path: string; readonly names: readonly string[] }
  | {
      readonly operation: 'list' | 'kind' | 'readLink' | 'socketPath' | 'executable' | 'stamp';
      readonly path: string;
    };

/** Does something about a question; `ask` asks it. */
export type Around = <T>(question: HostQuestion, ask: () => Promise<Fact<T>>) => Promise<Fact<T>>;

/** The same files, with something done about every question to them. */
export function filesWith(around: Around, files: HostFiles): HostFiles {
  const of =
    (operation: 'list' | 'kind' | 'readLink' | 'socketPath' | 'executable' | 'stamp') =>
    <T>(ask: (path: string) => Promise<Fact<T>>) =>
    (path: string): Promise<Fact<T>> =>
      around({ operation, path }, () => ask(path));
  return {
    root: files.root,
    readText: (path, maxBytes) =>
      around({ operation: 'readText', path, maxBytes }, () => files.readText(path, maxBytes)),
    readBytes: (path, maxBytes) =>
      around({ operation: 'readBytes', path, maxBytes }, () => files.readBytes(path, maxBytes)),
    readPieces: (path, take, maxBytes) =>
      around({ operation: 'readPieces', path, take, maxBytes }, () => files.readPieces(path, take, maxBytes)),
    readLinks: (path, names) => around({ operation: 'readLinks', path, names }, () => files.readLinks(path, names)),
    list: of('list')((path) => files.list(path)),
    kind: of('kind')((path) => files.kind(path)),
    readLink: of('readLink')((path) => files.readLink(path)),
    socketPath: of('socketPath')((path) => files.socketPath(path)),
    executable: of('executable')((path) => files.executable(path)),
    stamp: of('stamp')((path) => files.stamp(path)),
  };
}

/** Asks a question that came as a value. */
export function answerTo(files: HostFiles, question: HostQuestion): Promise<Fact<unknown>> {
  switch (question.operation) {
    case 'readText':
    case 'readBytes':
      return files[question.operation](question.path, question.maxBytes);
    case 'readPieces':
      return files.readPieces(question.path, question.take, question.maxBytes);
    case 'readLinks':
      return files.readLinks(question.path, question.names);
    case 'list':
    case 'kind':
    case 'readLink':
    case 'socketPath':
    case 'executable':
    case 'stamp':
      return files[question.operation](question.path);
    default:
      return question satisfies never;
  }
}
