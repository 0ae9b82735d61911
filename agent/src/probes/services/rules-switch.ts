import type { ServiceState, WatchedUnit } from '@calico-readiness/requirements';
import type { Host } from '../../host/host';
import type { HostFiles } from '../../host/host-files';
import { remember } from '../../host/memory/remember';
import { parseFermEnabled } from '../../parsers/default-ferm';
import { parseUfwEnabled } from '../../parsers/ufw-conf';

/** Bytes; a genuine file has some thousand. */
const largestFile = 256 * 1024;

type RulesSwitch = Pick<ServiceState, 'rulesEnabled'>;

/**
 * Whether a manager has rules to load, where its unit does not tell because the program has a switch of its own. Where
 * the program is not installed, a switch that cannot be read is none.
 */
export const rulesSwitch = (host: Host, unit: WatchedUnit, installed: boolean): Promise<RulesSwitch> =>
  remember(host, `switch of ${unit}`, ({ files }) => switchOf(files, unit, installed), [installed]);

async function switchOf(files: HostFiles, unit: WatchedUnit, installed: boolean): Promise<RulesSwitch> {
  switch (unit) {
    case 'ufw.service':
      return ufwSwitch(files, installed);
    case 'csf.service':
    case 'lfd.service':
      return installed ? { rulesEnabled: await csfEnabled(files) } : {};
    case 'ferm.service':
      return fermSwitch(files);
    default:
      return {};
  }
}

async function ufwSwitch(files: HostFiles, installed: boolean): Promise<RulesSwitch> {
  const text = await files.readText('etc/ufw/ufw.conf', largestFile);
  if (text.status === 'observed') return { rulesEnabled: parseUfwEnabled(text.value) };
  return installed ? { rulesEnabled: null } : {};
}

/** `csf -x` makes the file, which both programs refuse to work beside; csf.service, a oneshot unit, stays active. */
async function csfEnabled(files: HostFiles): Promise<boolean | null> {
  const kind = await files.kind('etc/csf/csf.disable');
  return kind.status === 'observed' ? kind.value === 'absent' : null;
}

/** Only Debian's unit asks this file, and the rules that ferm wrote go with its unit: anything but a clear no leaves it to the unit. */
async function fermSwitch(files: HostFiles): Promise<RulesSwitch> {
  const text = await files.readText('etc/default/ferm', largestFile);
  return text.status === 'observed' && parseFermEnabled(text.value) === false ? { rulesEnabled: false } : {};
}
