import type { GuideId } from '../../../model/requirement-id';
import { shellWord } from '../../shell-word';
import type { HostChange, HostFile } from '../../host-change';
import { modulesOf } from '../file-readers';
import type { HostGroup } from '../host-group';
import { checking } from './checking';
import { doing } from './doing';
import { frame } from './frame';
import { undoing } from './undoing';

/**
 * A script for a POSIX shell, to be run as root on each host: without an option it brings the change, `--check` says whether
 * it is there, `--undo` takes it back with everything it replaced. It does nothing on hosts that are not its own, and
 * what it has done already it leaves alone. `ROOT` names the tree of a host that does not run.
 */
export const hostScript = (guide: GuideId, title: string, groups: readonly HostGroup[]): string =>
  [
    '#!/bin/sh',
    `# Calico readiness: ${oneComment(title)}`,
    '# As root on a host: sh THIS-FILE [--check | --undo]',
    '# NODE=name says which node the host is, where its host name is another. ROOT=directory takes a tree for the host.',
    '# Exit status: 0 done, or in place; 1 failed; 2 wrong usage; 3 not in place (--check).',
    'set -eu',
    `guide=${shellWord(guide)}`,
    '',
    ...groups.flatMap(({ change }, index) => [`group_${String(index + 1)}() {`, ...wanted(change), '}', '']),
    'group_of() {',
    '  case $1 in',
    ...groups.map(({ hosts }, index) => `  ${patternOf(hosts)}) group=group_${String(index + 1)} ;;`),
    ...(groups.some(({ hosts }) => hosts.length === 0) ? [] : ['  *) return 1 ;;']),
    '  esac',
    '}',
    checking,
    doing,
    undoing,
    frame,
  ].join('\n');

const oneComment = (text: string): string => text.replace(/[^\x20-\x7e]+/g, ' ');

/** Names that are safe in a pattern of `case`; every name where no host is known. */
const patternOf = (hosts: readonly string[]): string =>
  hosts.length === 0 ? '*' : hosts.map((name) => `'${name}'`).join(' |\\\n    ');

/** What a group wants, as calls of the functions that do it, or look whether it is there. */
function wanted(change: HostChange): readonly string[] {
  const lines = [
    ...change.files.flatMap(fileCall),
    ...change.maskedUnits.map((unit) => `  unit ${shellWord(unit)}`),
    ...modulesOf(change).map((name) => `  module ${shellWord(name)}`),
  ];
  return lines.length === 0 ? ['  :'] : lines;
}

/** A quoted here-document, of which the shell expands nothing, ended by a line that is not in it. */
function fileCall({ path, content }: HostFile): readonly string[] {
  const lines = content.split('\n');
  let end = 'END';
  while (lines.includes(end)) end += '_';
  // What a guide writes ends with a newline, or is empty.
  return [`  file ${shellWord(path)} <<'${end}'`, ...(content === '' ? [] : [content.replace(/\n$/, '')]), end];
}
