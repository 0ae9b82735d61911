import { msg } from '../../model/message';
import { chooseNode, onNode } from '../change-commands';
import type { Instruction } from '../guide';
import type { GuideSituation } from '../guide-situation';

const findOtherLists =
  'grep -rs unmanaged-devices /etc/NetworkManager /run/NetworkManager/conf.d /usr/lib/NetworkManager/conf.d';

/** What the other files do to the list, and what to do about it. */
export function otherLists(onRhcos: boolean, situation: GuideSituation): Instruction[] {
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
    {
      text: msg(
        'See whether another file already has such a list. If so, write unmanaged-devices+= instead of unmanaged-devices= in calico.conf, so that both lists hold. A list in a file that is read after calico.conf must be extended itself.',
      ),
      commands: onRhcos ? [chooseNode(situation.exampleNode), onNode(findOtherLists)] : [findOtherLists],
    },
  ];
}
