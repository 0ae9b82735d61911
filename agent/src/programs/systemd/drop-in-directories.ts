/**
 * Names of a unit's drop-in directories, most specific first (systemd.unit(5), "Description"): of `a-b@c.service`
 * those are `a-b@c.service.d`, `a-.service.d` and `a-b@.service.d`. The directory of all services, `service.d`, comes
 * behind those of every directory of the search path and is named apart.
 */
export function dropInDirectories(unit: string): readonly string[] {
  const type = unit.slice(unit.lastIndexOf('.'));
  const stem = unit.slice(0, unit.lastIndexOf('.'));
  const template = templateOf(unit);
  return [
    ...namesOf(stem).map((name) => `${name}${type}.d`),
    ...(template === undefined ? [] : namesOf(template.slice(0, -type.length)).map((name) => `${name}${type}.d`)),
  ];
}

export const dropInsOfAllServices = 'service.d';

/** The template of an instance: `a@.service` of `a@b.service`; undefined for a unit that is none. */
export function templateOf(unit: string): string | undefined {
  const match = /^([^@]+@).+(\.[a-z]+)$/.exec(unit);
  return match === null ? undefined : `${match[1] ?? ''}${match[2] ?? ''}`;
}

/** A name cut off behind each dash, longest first. */
function namesOf(stem: string): readonly string[] {
  const prefix = stem.includes('@') ? stem.slice(0, stem.indexOf('@')) : stem;
  const cut: string[] = [];
  for (let at = prefix.lastIndexOf('-'); at > 0; at = prefix.lastIndexOf('-', at - 1)) {
    // Nothing is cut off a name that ends in a dash.
    if (at < prefix.length - 1 || stem !== prefix) cut.push(prefix.slice(0, at + 1));
  }
  return [stem, ...cut];
}
