const second = 1000;
const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
const year = 365 * day;

/** An age in milliseconds as kubectl and tables show it (k8s.io/apimachinery/pkg/util/duration). */
export const humanDuration = (milliseconds: number): string => {
  const seconds = Math.trunc(milliseconds / second);
  if (seconds < -1) return '<invalid>';
  if (seconds < 0) return '0s';
  if (seconds < 2 * minute) return `${seconds}s`;
  if (seconds < 10 * minute) return two(seconds, minute, 'm', 1, 's', 60);
  if (seconds < 3 * hour) return `${Math.trunc(seconds / minute)}m`;
  if (seconds < 8 * hour) return two(seconds, hour, 'h', minute, 'm', 60);
  if (seconds < 2 * day) return `${Math.trunc(seconds / hour)}h`;
  if (seconds < 8 * day) return two(seconds, day, 'd', hour, 'h', 24);
  if (seconds < 2 * year) return `${Math.trunc(seconds / day)}d`;
  if (seconds < 8 * year) return two(seconds, year, 'y', day, 'd', 365);
  return `${Math.trunc(seconds / year)}y`;
};

/** Whole larger units, and what is left in whole smaller ones, of which so many make a larger one. */
const two = (
  seconds: number,
  larger: number,
  largerUnit: string,
  smaller: number,
  smallerUnit: string,
  base: number,
): string => {
  const rest = Math.trunc(seconds / smaller) % base;
  return `${Math.trunc(seconds / larger)}${largerUnit}${rest === 0 ? '' : `${rest}${smallerUnit}`}`;
};
