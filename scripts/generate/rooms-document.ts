import type { Room } from '../test/imports/room';
import { rooms } from '../test/imports/rooms';

const begin = '<!-- rooms: written by npm run generate-docs -->';
const end = '<!-- end of rooms -->';

/** ARCHITECTURE.md with its table of rooms written anew. Throws when the document has no place for it. */
export function withRooms(document: string): string {
  const start = document.indexOf(begin);
  const stop = document.indexOf(end);
  if (start === -1 || stop < start)
    throw new Error(`ARCHITECTURE.md has no place for the rooms: "${begin}" … "${end}"`);
  return `${document.slice(0, start)}${begin}\n${roomsTable()}\n${document.slice(stop)}`;
}

const roomsTable = (): string =>
  [
    '| room | what is in it | may import | packages |',
    '|---|---|---|---|',
    ...rooms.map((room) => `| \`${room.folder}\` | ${room.content} | ${importsOf(room)} | ${packagesOf(room)} |`),
  ].join('\n');

/** Without the rooms inside a room that is named. */
function importsOf({ folder, rooms: others }: Room): string {
  const named = others.filter((other) => !others.some((around) => other.startsWith(`${around}/`)));
  return named.length === 0 ? 'no room' : named.map((other) => shortName(other, folder)).join(', ');
}

/** From the same workspace by its last part. */
function shortName(other: string, folder: string): string {
  const workspace = /^[^/]+(?:\/server)?\/src\//.exec(folder)?.[0];
  return workspace !== undefined && other.startsWith(workspace) ? other.slice(workspace.length) : other;
}

function packagesOf({ packages }: Room): string {
  if (packages === undefined) return 'any';
  return packages.length === 0 ? 'none' : packages.map((name) => (name === 'node' ? 'Node.js' : name)).join(', ');
}
