/** Where NetworkManager reads its configuration, in the order in which it reads: later wins (NetworkManager.conf(5)). */
const places = [
  'usr/lib/NetworkManager/conf.d/',
  'run/NetworkManager/conf.d/',
  'etc/NetworkManager/NetworkManager.conf',
  'etc/NetworkManager/conf.d/',
  'var/lib/NetworkManager/',
] as const;

const placeOf = (path: string): number => {
  const place = places.findIndex((prefix) => path.startsWith(prefix));
  return place < 0 ? places.length : place;
};

/** Compares two paths without leading slash as NetworkManager merges them; within a directory by code unit. */
export const byMergeOrder = (left: string, right: string): number =>
  placeOf(left) - placeOf(right) || (left < right ? -1 : left > right ? 1 : 0);
