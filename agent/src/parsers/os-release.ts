import type { OperatingSystem } from '@calico-readiness/requirements';
import type { Parsed } from './parsed';
import { malformed, parsed } from './parsed';

const longestField = 64;
const assignment = /^([A-Z0-9_]+)=(.*)$/;

/** `/etc/os-release` (os-release(5)). `ID` is `linux` where it is not given, as the man page says. */
export function parseOsRelease(text: string): Parsed<OperatingSystem> {
  if (text.includes('\0')) return malformed('holds binary data');
  const fields = new Map<string, string>();
  for (const line of text.split('\n')) {
    const match = assignment.exec(line.trim());
    if (match?.[1] !== undefined && match[2] !== undefined) fields.set(match[1], shellValue(match[2]));
  }
  if (fields.size === 0) return malformed('has no line NAME=value');
  return parsed(operatingSystem(fields));
}

function operatingSystem(fields: ReadonlyMap<string, string>): OperatingSystem {
  const field = (name: string): string | undefined => fields.get(name)?.slice(0, longestField) || undefined;
  const optional = (key: keyof OperatingSystem, value: string | readonly string[] | undefined) =>
    value === undefined ? {} : { [key]: value };
  return {
    id: field('ID') ?? 'linux',
    ...optional('versionId', field('VERSION_ID')),
    ...optional(
      'idLike',
      field('ID_LIKE')
        ?.split(/\s+/)
        .filter((id) => id !== ''),
    ),
    ...optional('prettyName', field('PRETTY_NAME')),
    ...optional('variantId', field('VARIANT_ID')),
    ...optional('rhelVersion', field('RHEL_VERSION')),
    ...optional('openshiftVersion', field('OPENSHIFT_VERSION')),
  };
}

/** The value as a shell would assign it: quotes go, and a backslash before a special character. Control characters go too. */
function shellValue(raw: string): string {
  const quote = raw[0];
  const quoted = raw.length >= 2 && (quote === '"' || quote === "'") && raw.endsWith(quote);
  const value = quoted ? raw.slice(1, -1) : raw;
  const unescaped = quote === "'" ? value : value.replaceAll(/\\(["'$`\\])/g, '$1');
  return unescaped.replaceAll(/\p{Cc}/gu, '');
}
