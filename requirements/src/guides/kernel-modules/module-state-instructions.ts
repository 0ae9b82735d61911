import { msg } from '../../model/message';
import { loadingNothing, rebootIntoInstalled } from './kernel-state-instructions';
import { notInKernel, notOnDisk } from './absent-module-instructions';
import { chooseNode, onNode } from '../change-commands';
import type { Instruction } from '../guide';
import type { GuidePlatform } from '../guide-platform';
import type { GuideSituation } from '../guide-situation';
import { blacklisted, blocked } from './kept-out-module-instructions';
import { unsigned, unverified } from './signature-instructions';

/** One or more steps for each evidence state that keeps a module from Calico; nothing for states without modules. */
export function moduleStateInstructions(platform: GuidePlatform, situation: GuideSituation): Instruction[] {
  const { modules } = situation;
  const onHost = (...commands: string[]): string[] =>
    platform === 'rhcos' ? [chooseNode(situation.exampleNode), ...commands.map(onNode)] : commands;
  return [
    ...(situation.moduleTreeMissing ? [rebootIntoInstalled(platform, situation.exampleNode)] : []),
    ...(situation.loadsOnDemand ? [] : loadingNothing(platform, onHost)),
    ...(modules.blacklisted === undefined ? [] : blacklisted(modules.blacklisted, platform, onHost)),
    ...(modules.blocked === undefined ? [] : blocked(modules.blocked, platform, onHost)),
    ...(modules.unsigned === undefined ? [] : unsigned(modules.unsigned, onHost)),
    ...(modules.unverified === undefined ? [] : unverified(modules.unverified, platform, onHost)),
    ...(modules['configured-only'] === undefined ? [] : notOnDisk(modules['configured-only'], platform, situation)),
    ...(modules.missing === undefined ? [] : notInKernel(modules.missing, platform)),
    ...(modules.loadable === undefined
      ? []
      : [
          {
            text: msg(
              'On the disk, not loaded, and nothing keeps them out: {{modules}}. Loading them at boot is enough.',
              {
                modules: modules.loadable.join(', '),
              },
            ),
          },
        ]),
    ...(modules.unknown === undefined
      ? []
      : [
          {
            text: msg(
              'Cannot determine whether these are available: {{modules}}. Find out before you change anything.',
              {
                modules: modules.unknown.join(', '),
              },
            ),
            commands: onHost(...modules.unknown.map((name) => `modinfo -n ${name}`)),
          },
        ]),
  ];
}
