import { machine } from 'node:os';
import type { Fact } from '@calico-readiness/requirements';
import { observed } from '@calico-readiness/requirements';
import type { Host } from '../host/host';
import type { HostFiles } from '../host/host-files';
import { remember } from '../host/memory/remember';
import { parseElfMachine } from '../parsers/elf-header';
import type { Parsed } from '../parsers/parsed';
import { malformed, parsed } from '../parsers/parsed';
import type { Probe } from './probe';
import { firstObserved, firstThere, parseFact, readParsed } from './read-parsed';

/** Since Linux 6.1 (sysctl/kernel.rst, arch). */
const kernelArchitecture = 'proc/sys/kernel/arch';

/** Programs that every distribution has, built for the processor that it runs on. */
const programs = [
  'usr/lib/systemd/systemd',
  'lib/systemd/systemd',
  'usr/bin/bash',
  'bin/bash',
  'usr/bin/sh',
  'bin/sh',
  'bin/busybox',
];

const longestProgram = 64 * 1024 * 1024;

/** `uname -m` of the host. A tree that does not run is judged by the programs in it. */
export const architectureProbe: Probe<'architecture'> = {
  name: 'architecture',
  facts: ['architecture'],
  gather: async (host) => ({ architecture: await architectureOf(host) }),
};

/** The processor architecture of the host, as `uname -m` names it. */
export async function architectureOf(host: Host): Promise<Fact<string>> {
  return host.live ? observed(machine(), 'uname') : remember(host, 'architecture', architectureOfTree);
}

const architectureOfTree = ({ files }: Host): Promise<Fact<string>> =>
  firstThere([
    () => readParsed(files, kernelArchitecture, parseArchitecture),
    () => firstObserved(programs.map((path) => () => architectureOfProgram(files, path))),
  ]);

const architectureOfProgram = async (files: HostFiles, path: string): Promise<Fact<string>> =>
  parseFact(await files.readBytes(path, longestProgram), parseElfMachine);

function parseArchitecture(text: string): Parsed<string> {
  const name = text.trim();
  return /^[a-z0-9_]{1,32}$/.test(name) ? parsed(name) : malformed('is no name of an architecture');
}
