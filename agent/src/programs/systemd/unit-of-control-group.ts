import type { ControlGroup } from '../../parsers/proc/proc-cgroup';

/** A unit of the host's systemd that a control group is, as far as its path says. */
export interface UnitPlace {
  /** `bird.service`. */
  readonly unit: string;
  /** Names of the directories from the slice to the unit, as the path has them: `system.slice`, `bird.service`. */
  readonly directories: readonly string[];
  /** Whether the path left the reader's cgroup namespace, so that what stands above these directories is unknown. */
  readonly relative: boolean;
}

/**
 * Names by which container engines and the kubelet mark what is theirs: `kubepods.slice`, `pod<uid>`,
 * `crio-<id>.scope`, `cri-containerd-<id>.scope`, `docker-<id>.scope`, `libpod-<id>.scope`.
 */
const containerMark = /kubepods|^pod[0-9a-f]{8}|(?:^|[-:])(?:crio|cri-containerd|docker|libpod|nerdctl|lxc)[-:]/;

/** Deeper than systemd's slices go; a longer path is none of them. */
const mostDirectories = 16;

/**
 * The service of the host that a process belongs to: slices, then a service, and nothing below it (systemd.slice(5);
 * systemd's "Control Group APIs and Delegation"). Undefined for a pod, a container, a login and everything else:
 * of these nothing is claimed. User managers run below a service of their own (`user@1000.service/…`) and are none either.
 */
export function unitOfControlGroups(groups: readonly ControlGroup[]): UnitPlace | undefined {
  if (groups.some(({ path }) => path.split('/').some((name) => containerMark.test(name)))) return undefined;
  const own = groups.find(({ hierarchy }) => hierarchy === 'name=systemd') ?? groups.find(isVersion2);
  if (own === undefined) return undefined;
  const names = own.path.split('/').slice(1);
  const first = names.findIndex((name) => name !== '..');
  const directories = first === -1 ? [] : names.slice(first);
  const unit = directories.at(-1);
  const slices = directories.slice(0, -1);
  if (unit?.endsWith('.service') !== true || directories.length > mostDirectories) return undefined;
  if (!slices.every((name) => name.endsWith('.slice'))) return undefined;
  const relative = first > 0;
  // A service has a slice; only a path that begins somewhere within it does not show that.
  return slices.length === 0 && !relative ? undefined : { unit, directories, relative };
}

const isVersion2 = ({ hierarchy }: ControlGroup): boolean => hierarchy === '';
