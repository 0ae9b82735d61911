import type { Chunk, ChunkGraph, Module } from 'webpack';

/** The chunks of the two pages that show the fleet, one of which is usually the first that somebody opens. */
const fleetPages: readonly string[] = ['overview', 'matrix'];

const isOfPage = ({ name }: Chunk): boolean =>
  name !== undefined && name !== null && (fleetPages.includes(name) || /^exposed-(?:\w+Page|NodeTab)$/.test(name));

/**
 * A chunk with what both of them contain, for every page that needs some of it. Left to itself, webpack would make a
 * dozen small ones. A browser asks for six things at a time, and the first rows wait behind them.
 */
export const sharedByPages = {
  name: 'pages',
  enforce: true,
  chunks: (chunk: Chunk): boolean => isOfPage(chunk),
  test: (module: Module, { chunkGraph }: { readonly chunkGraph: ChunkGraph }): boolean => {
    const names = new Set([...chunkGraph.getModuleChunksIterable(module)].map(({ name }) => name));
    return fleetPages.every((page) => names.has(page));
  },
} as const;
