import type { GuideId } from '../../model/requirement-id';
import type { HostChange, HostFile } from '../host-change';
import type { FileReader } from './file-readers';
import { readerOf, readersOf } from './file-readers';
import type { HostGroup } from './host-group';

/** One task or handler: its name, one module with its arguments, and keywords. */
export type AnsibleTask = Readonly<Record<string, unknown>> & { readonly name: string };

/** One play of a playbook, as far as the guides write one. */
export interface AnsiblePlay {
  readonly name: string;
  readonly hosts: string;
  readonly connection?: 'local';
  readonly become?: true;
  readonly gather_facts: false;
  /** A file that was written is read, even where a later task fails: the next run finds nothing to write. */
  readonly force_handlers?: true;
  readonly tasks: readonly AnsibleTask[];
  readonly handlers?: readonly AnsibleTask[];
}

/** While no host is known. */
const exampleHost = 'name-of-a-host';

/** A text in which Ansible finds no template: `{{`, `{%` and `{#` begin one (Jinja, template designer documentation). */
export const untemplated = (text: string): string => text.replace(/\{(?=[{%#])/g, "{{ '{' }}");

/**
 * A playbook with its inventory in it: the first play names the hosts, and each of the others changes those that need the
 * same. It has modules of ansible-core alone (2.15 or later), changes nothing that is as it should be, and works in check mode.
 */
export const ansiblePlaybook = (
  guide: GuideId,
  title: string,
  groups: readonly HostGroup[],
): readonly AnsiblePlay[] => [
  {
    name: 'Name the hosts',
    hosts: 'localhost',
    connection: 'local',
    gather_facts: false,
    tasks: groups.map((group, index) => ({
      name: `Name the hosts of ${groupName(guide, index)}`,
      'ansible.builtin.add_host': { name: '{{ item }}', groups: [groupName(guide, index)] },
      loop: group.hosts.length === 0 ? [exampleHost] : group.hosts,
      changed_when: false,
    })),
  },
  ...groups.map(({ change }, index) => ({
    name: untemplated(title),
    hosts: groupName(guide, index),
    become: true as const,
    gather_facts: false as const,
    force_handlers: true as const,
    tasks: tasksOf(change),
    ...(readersOf(change).length > 0 && { handlers: readersOf(change).map(handlerOf) }),
  })),
];

/** Ansible takes letters, digits and underscores. */
const groupName = (guide: GuideId, index: number): string =>
  `calico_readiness_${guide.replaceAll('-', '_')}_${String(index + 1)}`;

/**
 * A unit is disabled in a task of its own: systemd_service masks first, finds that a masked unit is not enabled, and would
 * leave the links that enable it.
 */
const tasksOf = ({ files, maskedUnits }: HostChange): readonly AnsibleTask[] => [
  ...[...new Set(files.map(({ path }) => directoryOf(path)))].map((directory) => ({
    name: `Make the directory ${directory}`,
    'ansible.builtin.file': { path: directory, state: 'directory' },
  })),
  ...files.map(writeTask),
  ...maskedUnits.flatMap((unit) => [
    {
      name: `Stop and disable ${unit}`,
      'ansible.builtin.systemd_service': { name: unit, state: 'stopped', enabled: false },
    },
    { name: `Mask ${unit}`, 'ansible.builtin.systemd_service': { name: unit, masked: true } },
  ]),
];

function writeTask({ path, content }: HostFile): AnsibleTask {
  const reader = readerOf(path);
  return {
    name: `Write ${path}`,
    'ansible.builtin.copy': {
      dest: path,
      content: untemplated(content),
      owner: 'root',
      group: 'root',
      mode: '0644',
      backup: true,
    },
    ...(reader !== undefined && { notify: handlerName(reader) }),
  };
}

const handlerName = ({ reload, unit }: FileReader): string =>
  reload === undefined ? `Restart ${unit}` : `Reload ${unit}`;

/** The state `reloaded` of systemd_service would start a unit that is stopped, hence the shell, which check mode leaves out. */
const handlerOf = (reader: FileReader): AnsibleTask =>
  reader.reload === undefined
    ? {
        name: handlerName(reader),
        'ansible.builtin.systemd_service': { name: reader.unit, state: 'restarted' },
      }
    : {
        name: handlerName(reader),
        'ansible.builtin.shell': `if systemctl is-active --quiet ${reader.unit}; then ${reader.reload}; fi`,
      };

const directoryOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));
