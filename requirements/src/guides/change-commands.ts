import type { HostChange } from './host-change';

/**
 * The lines for a root shell that bring a change to a host. Contents go through a quoted here-document,
 * so that the shell expands nothing in them.
 */
export function changeCommands(change: HostChange): string[] {
  return [
    ...change.files.map(({ path, content }) =>
      content === '' ? `truncate -s 0 ${path}` : `cat > ${path} <<'END'\n${content}END`,
    ),
    ...change.maskedUnits.flatMap((unit) => [`systemctl disable --now ${unit}`, `systemctl mask ${unit}`]),
  ];
}

/** The lines for a root shell that take it back. What a file had before is not known and does not come back. */
export function revertCommands(change: HostChange): string[] {
  return [
    ...change.files.map(({ path }) => `rm ${path}`),
    ...change.maskedUnits.map((unit) => `systemctl unmask ${unit}`),
  ];
}

/** A command to be run on a node of an OpenShift cluster, from the administrator's machine. */
export const onNode = (command: string): string => `oc debug node/"$NODE" -- chroot /host ${command}`;

/** Gives the other commands their node. Only a name that Kubernetes accepts (RFC 1123) gets into a command. */
export const chooseNode = (name: string | undefined): string =>
  `NODE=${name !== undefined && /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/.test(name) ? name : 'name-of-a-node'}`;
