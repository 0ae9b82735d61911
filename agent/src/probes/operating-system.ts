import type { HostFacts } from '@calico-readiness/requirements';
import type { Host } from '../host/host';
import { remember } from '../host/memory/remember';
import { parseOsRelease } from '../parsers/os-release';
import type { Probe } from './probe';
import { firstThere, readParsed } from './read-parsed';

/** Bytes; a genuine file has some hundred. */
const largestFile = 64 * 1024;

/** The distribution, from os-release(5): the administrator's file first, as the man page says. */
export const operatingSystemProbe: Probe<'operatingSystem'> = {
  name: 'operating-system',
  facts: ['operatingSystem'],
  gather: async (host) => ({ operatingSystem: await remember(host, 'operating system', systemOf) }),
};

const systemOf = ({ files }: Host): Promise<HostFacts['operatingSystem']> =>
  firstThere(
    ['etc/os-release', 'usr/lib/os-release'].map((path) => () => readParsed(files, path, parseOsRelease, largestFile)),
  );
