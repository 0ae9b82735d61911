import type { ServiceState, WatchedUnit } from '@calico-readiness/requirements';
import type { HostFiles } from '../host/host-files';
import { parseFermEnabled } from '../parsers/default-ferm';
import { parseUfwEnabled } from '../parsers/ufw-conf';

type RulesSwitch = Pick<ServiceState, 'rulesEnabled'>;

/** Whether a manager has rules to load, where its unit does not tell because the program has a switch of its own. */
export async function rulesSwitch(files: HostFiles, unit: WatchedUnit): Promise<RulesSwitch> {
  switch (unit) {
    case 'ufw.service':
      return { rulesEnabled: await ufwEnabled(files) };
    case 'csf.service':
    case 'lfd.service':
      return { rulesEnabled: await csfEnabled(files) };
    case 'ferm.service':
      return fermSwitch(files);
    default:
      return {};
  }
}

async function ufwEnabled(files: HostFiles): Promise<boolean | null> {
  const text = await files.readText('etc/ufw/ufw.conf');
  return text.status === 'observed' ? parseUfwEnabled(text.value) : null;
}

/** `csf -x` makes the file, which both programs refuse to work beside; csf.service, a oneshot unit, stays active. */
async function csfEnabled(files: HostFiles): Promise<boolean | null> {
  const kind = await files.kind('etc/csf/csf.disable');
  return kind.status === 'observed' ? kind.value === 'absent' : null;
}

/** Only Debian's unit asks this file, and the rules that ferm wrote go with its unit: anything but a clear no leaves it to the unit. */
async function fermSwitch(files: HostFiles): Promise<RulesSwitch> {
  const text = await files.readText('etc/default/ferm');
  return text.status === 'observed' && parseFermEnabled(text.value) === false ? { rulesEnabled: false } : {};
}
