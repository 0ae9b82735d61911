/**
 * Names of a unit's drop-in directories, most specific first (systemd.unit(5), "Description"): of `a-b@c.service`
 * those are `a-b@c.service.d`, `a-b@.service.d` and `a-.service.d`. The directory of all services, `service.d`, comes
 * behind those of every directory of the search path and is named apart.
 */
export function dropInDirectories(unit: string): readonly string[] {
  const template = templateOf(unit);
  if (template !== undefined) return [`${unit}.d`, ...dropInDirectories(template)];
  const dot = unit.lastIndexOf('.');
  return [unit, ...prefixesOf(unit.slice(0, dot)).map((prefix) => `${prefix}${unit.slice(dot)}`)].map(
    (name) => `${name}.d`,
  );
}

export const dropInsOfAllServices = 'service.d';

/** The template of an instance: `a@.service` of `a@b.service`; undefined for a unit that is none. */
export function templateOf(unit: string): string | undefined {
  const match = /^([^@]+@).+(\.[a-z]+)$/.exec(unit);
  return match === null ? undefined : `${match[1] ?? ''}${match[2] ?? ''}`;
}

/** What stands before each dash of a name, with the dash, longest first; of a template that has no `@`. */
function prefixesOf(stem: string): readonly string[] {
  const name = stem.replace(/@$/, '');
  const prefixes: string[] = [];
  for (let at = name.lastIndexOf('-', name.length - 2); at > 0; at = name.lastIndexOf('-', at - 1))
    prefixes.push(name.slice(0, at + 1));
  return prefixes;
}
