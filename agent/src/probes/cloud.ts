import type { Cloud, Fact } from '@calico-readiness/requirements';
import { observed, unavailable } from '@calico-readiness/requirements';
import type { Host } from '../host/host';
import { parseDmiText } from '../parsers/dmi-text';
import { kernelCommandLineWords } from '../parsers/proc/kernel-command-line';
import { existsBeside } from './existence';
import type { Probe } from './probe';
import { firstObserved, readParsed } from './read-parsed';
import { longestCommandLine } from './kernel-command-line';

const assetTag = 'sys/class/dmi/id/chassis_asset_tag';

/** Every virtual machine of Azure has this tag of its chassis, and no other Hyper-V has (cloud-init, DataSourceAzure). */
const azureAssetTag = '7783-7084-3265-9085-8269-3286-77';

/** Where CoreOS systems name their platform on the kernel command line (Ignition, supported platforms; Flatcar). */
const platformWord = /^(?:ignition\.platform\.id|flatcar\.oem\.id|coreos\.oem\.id)=(.+)$/;

/** The cloud that the machine runs in, as far as Calico minds. */
export const cloudProbe: Probe<'cloud'> = {
  name: 'cloud',
  facts: ['cloud'],
  gather: async (host) => ({ cloud: await cloudOf(host) }),
};

/** Either of the two may say Azure; that it is none, the firmware says, or the command line of a CoreOS system. */
async function cloudOf({ files }: Host): Promise<Fact<Cloud>> {
  const byFirmware = async (): Promise<Fact<Cloud>> => {
    const tag = await readParsed(files, assetTag, parseDmiText);
    return tag.status === 'observed' ? observed(cloudNamed(tag.value === azureAssetTag), assetTag) : tag;
  };
  const sources = await Promise.all([byFirmware(), byCommandLine(files), withoutFirmware(files)]);
  const azure = sources.find((fact) => fact.status === 'observed' && fact.value === 'azure');
  return azure ?? firstObserved(sources.map((fact) => () => Promise.resolve(fact)));
}

const cloudNamed = (isAzure: boolean): Cloud => (isAzure ? 'azure' : 'other');

async function byCommandLine(files: Host['files']): Promise<Fact<Cloud>> {
  const text = await files.readText('proc/cmdline', longestCommandLine);
  if (text.status === 'unavailable') return text;
  const platforms = kernelCommandLineWords(text.value).flatMap((word) => platformWord.exec(word)?.[1] ?? []);
  return platforms.length === 0
    ? unavailable('not-found', 'proc/cmdline', 'names no platform')
    : observed(cloudNamed(platforms.includes('azure')), 'proc/cmdline');
}

/** IBM Z and Power have no such firmware, and no cloud of the list has them. */
async function withoutFirmware(files: Host['files']): Promise<Fact<Cloud>> {
  const firmware = await existsBeside(files, 'sys/class/dmi', 'sys/class');
  if (firmware.status === 'unavailable') return firmware;
  return firmware.value ? unavailable('not-found', assetTag) : observed('other', 'sys/class');
}
