import type { Fact } from '@calico-readiness/requirements';
import type { HostFiles } from '../host/host-files';
import type { Parsed } from '../parsers/parsed';
import { malformed, parsed } from '../parsers/parsed';
import { readParsed } from './read-parsed';

/**
 * The running kernel's command line (proc_cmdline(5)). It ends in a line feed, even where it says nothing (the kernel's
 * fs/proc/cmdline.c); a copy that does not is empty or cut off, and what is missing may be what forbids a module.
 */
export const readKernelCommandLine = (files: HostFiles): Promise<Fact<string>> =>
  readParsed(files, 'proc/cmdline', wholeLine);

const wholeLine = (text: string): Parsed<string> =>
  text.endsWith('\n') ? parsed(text) : malformed('does not end in a line feed');
