import type { Fact } from '@calico-readiness/requirements';
import type { HostFiles } from '../host/host-files';
import type { Parsed } from '../parsers/parsed';
import { malformed, parsed } from '../parsers/parsed';
import { readParsed } from './read-parsed';

/** Bytes. The longest that an architecture allows has 4096 (COMMAND_LINE_SIZE), and what a boot configuration adds has 32 KiB at most (bootconfig.rst). */
export const longestCommandLine = 64 * 1024;

/**
 * The running kernel's command line (proc_cmdline(5)). It ends in a line feed, even where it says nothing (the kernel's
 * fs/proc/cmdline.c); a copy that does not is empty or cut off, and what is missing may be what forbids a module.
 */
export const readKernelCommandLine = (files: HostFiles): Promise<Fact<string>> =>
  readParsed(files, 'proc/cmdline', wholeLine, longestCommandLine);

const wholeLine = (text: string): Parsed<string> =>
  text.endsWith('\n') ? parsed(text) : malformed('does not end in a line feed');
