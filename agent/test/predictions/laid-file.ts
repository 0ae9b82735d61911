import type { LaidChange } from '../../src/host/overlay/laid-change';

/** The step that lays a text over a host as a file; its path may begin with a slash, as those of guides do. */
export const laidFile = (path: string, text: string): LaidChange => ({
  kind: 'file',
  path: path.replace(/^\//, ''),
  content: { bytes: Buffer.from(text) },
  executable: false,
});
