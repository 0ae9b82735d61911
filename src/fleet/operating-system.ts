import { distributionFamily } from '@calico-readiness/requirements';
import type { DistributionFamily, OperatingSystem } from '@calico-readiness/requirements';

/** RHCOS takes its configuration from MachineConfigs, everything else from an administrator. */
export interface NodeSystem {
  readonly family: DistributionFamily;
  /** Name and version, short; untrusted host text. */
  readonly name: string;
}

/** The system of a node: from the facts of its report, else from what the kubelet says. */
export function nodeSystem(facts: OperatingSystem | undefined, osImage: string | undefined): NodeSystem {
  return facts === undefined ? fromImage(osImage ?? '') : fromFacts(facts);
}

function fromFacts(system: OperatingSystem): NodeSystem {
  const version = system.versionId ?? '';
  const family = distributionFamily(system);
  if (family === 'rhcos' && ['rhcos', 'rhel'].includes(system.id))
    return { family, name: join('RHCOS', system.openshiftVersion ?? version) };
  if (system.id === 'rhel') return { family, name: join('RHEL', version) };
  return {
    family,
    name: system.versionId === undefined ? (system.prettyName ?? system.id) : join(capitalize(system.id), version),
  };
}

function fromImage(image: string): NodeSystem {
  const coreOs = /^Red Hat Enterprise Linux CoreOS\s*(?:(\d)(\d\d)\.)?/.exec(image);
  if (coreOs) {
    // 418.94 is OpenShift 4.18; later images name the release of RHEL alone, and a second name would tell nodes apart that are alike.
    const [, major, minor] = coreOs;
    return { family: 'rhcos', name: major === undefined ? 'RHCOS' : `RHCOS ${major}.${String(Number(minor))}` };
  }
  const rhel = /^Red Hat Enterprise Linux(?: Server)?\s*([\d.]*)/.exec(image);
  if (rhel) return { family: 'rhel', name: join('RHEL', rhel[1] ?? '') };
  return { family: rebuild.test(image) ? 'rhel' : 'other', name: image };
}

/** As PRETTY_NAME of their os-release begins. */
const rebuild = /^(?:AlmaLinux|CentOS (?:Linux|Stream)|Oracle Linux Server|Rocky Linux) \d/;

const join = (name: string, version: string): string => (version === '' ? name : `${name} ${version}`);
const capitalize = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
