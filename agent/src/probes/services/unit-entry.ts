import type { Fact } from '@calico-readiness/requirements';
import { observed } from '@calico-readiness/requirements';
import type { HostFiles } from '../../host/host-files';
import { linkLoop } from '../../host/resolve-path';
import { parseSystemdUnit } from '../../parsers/systemd-unit';
import type { UnitEntry } from '../../programs/systemd/unit-files';
import { leadsToNull, pathOfLink } from '../null-link';

/** A genuine unit file has a few hundred bytes. */
export const largestUnitFile = 256 * 1024;

/** What stands in a unit directory under a name; `no-unit` for what systemd passes over, such as a directory. */
export async function readUnitEntry(
  files: HostFiles,
  directory: string,
  name: string,
): Promise<Fact<UnitEntry | 'no-unit'>> {
  const path = `${directory}/${name}`;
  const link = await files.readLink(path);
  if (link.status === 'observed') {
    if (await leadsToNull(files, path, link.value)) return observed({ kind: 'mask' }, path);
    const alias = pathOfLink(path, link.value).split('/').at(-1) ?? '';
    if (alias !== name && alias.endsWith('.service')) return observed({ kind: 'alias', of: alias }, path);
  }
  const kind = await files.kind(path);
  if (kind.status === 'unavailable') {
    // A link that leads in a circle leads nowhere.
    return kind.detail === linkLoop ? observed({ kind: 'dangling' }, path) : kind;
  }
  if (kind.value === 'dangling-link') return observed({ kind: 'dangling' }, path);
  if (kind.value !== 'file') return observed('no-unit', path);
  const text = await files.readText(path, largestUnitFile);
  if (text.status === 'unavailable') return text;
  return observed(text.value === '' ? { kind: 'mask' } : { kind: 'file', file: parseSystemdUnit(text.value) }, path);
}
