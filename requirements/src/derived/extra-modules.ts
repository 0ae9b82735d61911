import type { HostFacts, OperatingSystem } from '../model/host-facts';
import { distributionFamily } from './distribution-family';

/** A package that holds modules which the kernel was built with and which are not installed with it. */
export interface ExtraModules {
  readonly id: ExtraModulesId;
  /** Which systems with which kernels it is for, in a person's words; product names, not translated. */
  readonly where: string;
  /** What installs it for the running kernel, as root. */
  readonly command: string;
  /** Where that is published. */
  readonly source: string;
}

type ExtraModulesId = (typeof rows)[number]['id'];

interface Row {
  readonly id: string;
  readonly where: string;
  readonly command: string;
  readonly source: string;
  readonly isFor: (system: OperatingSystem) => boolean;
  /** The kernel's release, `uname -r`. */
  readonly kernel: RegExp;
}

const isRedHatLike = (system: OperatingSystem): boolean => distributionFamily(system) === 'rhel';
const hasId =
  (id: string) =>
  (system: OperatingSystem): boolean =>
    system.id === id && system.variantId !== 'coreos';

/** The first row that fits decides. Debian and Flatcar have every module in the package or image of the kernel; Fedora CoreOS and images with bootc are not changed by a command. */
const rows = [
  {
    id: 'oracle-uek-8',
    where: 'Oracle Linux, UEK 8',
    isFor: isRedHatLike,
    kernel: /^(?:6\.(?:1[2-9]|[2-9]\d)|[7-9])\..*uek/,
    command: 'dnf install kernel-uek-modules-extra-$(uname -r) kernel-uek-modules-extra-netfilter-$(uname -r)',
    source: 'Oracle, UEK 8 release notes, Changes to UEK Content Distribution and Packaging',
  },
  {
    id: 'oracle-uek-7',
    where: 'Oracle Linux, UEK 7',
    isFor: isRedHatLike,
    kernel: /^5\.15\..*uek/,
    command: 'dnf install kernel-uek-modules-extra-$(uname -r)',
    source: 'Oracle, UEK 7 release notes, Changes to UEK Content Distribution and Packaging',
  },
  {
    id: 'enterprise-linux',
    where: 'RHEL 8 to 10, AlmaLinux, Rocky Linux, CentOS Stream, Oracle Linux with the Red Hat compatible kernel',
    isFor: isRedHatLike,
    // Real-time and 64k kernels end in `+rt` and `+64k`, and have packages under other names.
    kernel: /\.el(?:8|9|10)(?:_\d{1,3})?\.[a-z0-9_]{1,16}$/,
    command: 'dnf install kernel-modules-extra-$(uname -r)',
    source: 'Red Hat, Managing, monitoring, and updating the kernel, The Linux kernel RPM package overview',
  },
  {
    id: 'fedora',
    where: 'Fedora',
    isFor: hasId('fedora'),
    kernel: /\.fc\d{2,3}\.[a-z0-9_]{1,16}$/,
    command: 'dnf install kernel-modules-extra-$(uname -r)',
    source: 'Fedora, package kernel-modules-extra of rpms/kernel',
  },
  {
    id: 'ubuntu-raspi',
    where: 'Ubuntu for Raspberry Pi',
    isFor: hasId('ubuntu'),
    kernel: /-raspi$/,
    command: 'apt-get install linux-modules-extra-raspi',
    source: 'K3s, Requirements, Operating systems, Ubuntu and Raspberry Pi',
  },
  {
    id: 'ubuntu',
    where: 'Ubuntu',
    isFor: hasId('ubuntu'),
    kernel: /^\d.*-[a-z0-9-]{1,32}$/,
    command: 'apt-get install linux-modules-extra-$(uname -r)',
    source: 'Ubuntu, source package linux, binary package linux-modules-extra-ABI-FLAVOUR',
  },
] as const satisfies readonly Row[];

/** Every such package, for pages that know no host. */
export const extraModules: readonly ExtraModules[] = rows;

/** The package for a host; undefined where none is known, or where system or kernel could not be seen. */
export function extraModulesOf({ operatingSystem, kernelRelease }: HostFacts): ExtraModules | undefined {
  if (operatingSystem.status === 'unavailable' || kernelRelease.status === 'unavailable') return undefined;
  return rows.find((row) => row.isFor(operatingSystem.value) && row.kernel.test(kernelRelease.value));
}
