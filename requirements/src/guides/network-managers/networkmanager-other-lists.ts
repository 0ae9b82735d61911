import { msg } from '../../model/message';
import { chooseNode, onNode } from '../change-commands';
import type { Instruction } from '../guide';
import type { UnmanagedList } from '../../model/network-manager';
import type { GuideSituation } from '../guide-situation';
import { foreignLists } from './networkmanager-file';

const findOtherLists =
  'grep -rs unmanaged-devices /etc/NetworkManager /run/NetworkManager/conf.d /usr/lib/NetworkManager/conf.d';

/** What the other files do to the list, and what to do about it. */
export function otherLists(onRhcos: boolean, situation: GuideSituation): Instruction[] {
  const foreign = foreignLists(situation.unmanagedLists);
  const others = situation.networkManagerFiles.filter((file) => !file.endsWith('/conf.d/calico.conf'));
  return [
    ...(situation.refusedFiles.length > 0
      ? [
          {
            text: msg(
              'Repair or remove these files first: NetworkManager refuses them and will not start again, whatever else is configured.',
            ),
            listing: situation.refusedFiles.map((file) => `/${file}`).join('\n'),
          },
        ]
      : []),
    ...(others.length > 0
      ? [
          {
            text: msg(
              'On the affected nodes these files take part as well, later ones over earlier ones. A later file that sets unmanaged-devices replaces the list of an earlier one.',
            ),
            listing: others.map((file) => `/${file}`).join('\n'),
          },
        ]
      : []),
    ...(foreign.length > 0 ? [besideLists(foreign)] : [lookForLists(onRhcos, situation)]),
  ];
}

/** The file of this guide already takes them into account. */
const besideLists = (lists: readonly UnmanagedList[]): Instruction => ({
  text: msg(
    'These files have such a list. The file of this guide adds to it instead of replacing it, and its name has it read after them.',
  ),
  listing: lists.map(({ file, change, list }) => `/${file}: unmanaged-devices${operators[change]}${list}`).join('\n'),
});

const operators: Readonly<Record<UnmanagedList['change'], string>> = { sets: '=', adds: '+=', removes: '-=' };

const lookForLists = (onRhcos: boolean, { exampleNode }: GuideSituation): Instruction => ({
  text: msg(
    'See whether another file already has such a list. If so, write unmanaged-devices+= instead of unmanaged-devices= in calico.conf, so that both lists hold. A list in a file that is read after calico.conf must be extended itself.',
  ),
  commands: onRhcos ? [chooseNode(exampleNode), onNode(findOtherLists)] : [findOtherLists],
});
