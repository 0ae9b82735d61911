import type { FirewallInterference } from '../catalogue/node/firewall-interference';
import type { GuideId } from '../model/requirement-id';
import type { Message } from '../model/message';
import type { DocumentationLink } from '../model/requirement';
import type { GuidePlatform } from './guide-platform';
import type { GuideSituation } from './guide-situation';
import type { HostChange } from './host-change';

/**
 * One step for a person. `commands` are lines for a shell: with `oc` on the administrator's machine for
 * the platform rhcos, as root on the host for the others. `listing` is text to read or to paste into a file.
 */
export interface Instruction {
  readonly text: Message;
  readonly commands?: readonly string[];
  readonly listing?: string;
  /** Whether the guide's playbook and script do it as well. */
  readonly automated?: true;
}

/** The remediation for one family of causes. Data and pure functions only. */
export interface Guide {
  readonly id: GuideId;
  /** What following the guide achieves, as an instruction. */
  readonly title: Message;
  /** One or two words for breadcrumbs and links. */
  readonly shortTitle: Message;
  readonly summary: Message;
  /** What goes wrong on a node that is left as it is. */
  readonly harm: readonly Message[];
  /** What each program that the guide ends does to the rules of a host, and what that breaks. */
  readonly interference?: readonly FirewallInterference[];
  /** Sentences of the requirements document that give advice rather than demand something; word for word. */
  readonly advice: readonly string[];
  /** What has to be on the affected hosts; empty when no file and no unit fixes it. */
  readonly change: (situation: GuideSituation) => HostChange;
  /** The same on hosts that no MachineConfig reaches, where that is not the same. */
  readonly hostChange?: (situation: GuideSituation) => HostChange;
  /** What to do on this platform beside applying `change`, in order. */
  readonly instructions: (platform: GuidePlatform, situation: GuideSituation) => readonly Instruction[];
  /** What the fix disturbs on this platform. */
  readonly disruption: (platform: GuidePlatform, situation: GuideSituation) => readonly Instruction[];
  /** How to see on a host that it worked. */
  readonly verify: (platform: GuidePlatform, situation: GuideSituation) => readonly Instruction[];
  /** How to take the fix back and what that brings back. */
  readonly undo: (platform: GuidePlatform, situation: GuideSituation) => readonly Instruction[];
  readonly links: readonly DocumentationLink[];
}
