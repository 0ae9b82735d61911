import type { Import } from './import-graph';
import type { Room } from './room';

const isTest = (file: string): boolean => /\.spec\.tsx?$/.test(file);
/** Read as data, whoever they belong to. */
const isData = (file: string): boolean => /\.(json|css|svg)$/.test(file);

/** The room that a file is in: the one with the longest path that fits. */
export function roomOf(file: string, rooms: readonly Room[]): Room | undefined {
  return rooms
    .filter(({ folder }) => file.startsWith(`${folder}/`))
    .reduce<Room | undefined>(
      (found, room) => (found === undefined || room.folder.length > found.folder.length ? room : found),
      undefined,
    );
}

/** A sentence for every import that the house does not have. */
export function importFaults(imports: readonly Import[], rooms: readonly Room[]): readonly string[] {
  return [...new Set(imports.flatMap((each) => faultOf(each, rooms) ?? []))].sort();
}

function faultOf({ from, to, kind, circle }: Import, rooms: readonly Room[]): string | undefined {
  const room = roomOf(from, rooms);
  if (room === undefined) return `${from} is in no room: add its folder to scripts/test/imports`;
  if (circle !== undefined)
    return `${[...circle].sort()[0] ?? from} is part of a circle: ${[...circle].sort().join(', ')}`;
  if (kind === 'package') return packageFault(from, to, room);
  if (isData(to)) return undefined;
  const target = roomOf(to, rooms);
  if (target === undefined) return `${from} imports ${to}, which is in no room`;
  const allowed = isTest(from) ? [...room.rooms, ...(room.testRooms ?? [])] : room.rooms;
  if (target === room || allowed.includes(target.folder)) return undefined;
  return `${from} imports ${to}: ${room.folder} may import ${listed(allowed)}`;
}

/** A test may import any package: only what ships is held to its list. */
function packageFault(from: string, name: string, { folder, packages }: Room): string | undefined {
  if (packages === undefined || packages.includes(name) || isTest(from)) return undefined;
  return `${from} imports the package ${name}: ${folder} may import ${listed(packages)}`;
}

const listed = (names: readonly string[]): string => (names.length === 0 ? 'nothing' : names.join(', '));
