import { agentRooms } from './agent-rooms';
import { pluginRooms } from './plugin-rooms';
import { requirementsRooms } from './requirements-rooms';
import { restRooms } from './rest-rooms';
import type { Room } from './room';

/** The house: every folder with TypeScript in it, from what stands alone to what stands on all the rest. */
export const rooms: readonly Room[] = [...requirementsRooms, ...agentRooms, ...pluginRooms, ...restRooms];
