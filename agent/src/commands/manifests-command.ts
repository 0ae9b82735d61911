import { Command, InvalidArgumentError, Option } from 'commander';
import { openshiftVersion } from '../manifests/openshift-releases';
import type { CommandOutput } from './check-command';
import type { ManifestsRequest } from './manifests';
import type { ProfileOptions } from './profile-options';
import { addProfileOptions, declarationOf } from './profile-options';

interface Options extends ProfileOptions, Omit<ManifestsRequest, 'profile'> {}

/** Where `manifests` writes to: what is not a manifest must not get between those on standard output. */
export interface ManifestsOutput extends CommandOutput {
  writeError(text: string): void;
}

const mostRoles = 20;

/** Roles, as the label of a MachineConfig has one: names of pools, with commas between. */
function rolesOf(text: string): readonly string[] {
  const roles = [...new Set(text.split(',', mostRoles + 1).map((role) => role.trim()))];
  if (roles.length > mostRoles || roles.some((role) => !/^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$/.test(role)))
    throw new InvalidArgumentError(`Allowed: at most ${String(mostRoles)} names of pools, such as master,worker.`);
  return roles;
}

function openshiftVersionOf(text: string): string {
  if (!openshiftVersion.test(text)) throw new InvalidArgumentError('Allowed: a version such as 4.19 or 4.19.3.');
  return text;
}

const help = `
Before a cluster exists:
  openshift-install create manifests --dir cluster
  calico-readiness manifests --calico-version v3.30 --role master,worker --output cluster/openshift
  openshift-install create cluster --dir cluster

Exit status: 0 written, there already, or nothing needed; 1 the tool failed, 2 wrong usage or a file that differs,
3 the OpenShift version is not supported.`;

/** `manifests`: the MachineConfigs that belong into an installation directory, before there is a cluster. */
export function manifestsCommand(output: ManifestsOutput): Command {
  const command = new Command('manifests')
    .description('write the MachineConfigs that a new OpenShift cluster needs for Calico, before it is installed')
    .addOption(
      new Option('--role <names>', 'roles of the nodes, with commas between: master,worker').argParser(rolesOf),
    )
    .option('--output <directory>', 'the folder openshift of the installation directory; without it, standard output')
    .addOption(
      new Option('--openshift-version <version>', 'release that will be installed, to check as well').argParser(
        openshiftVersionOf,
      ),
    )
    .option('--hosted', 'for a hosted control plane: the ConfigMaps for spec.config of a NodePool', false)
    .addHelpText('after', help);
  addProfileOptions(command);
  return command.action(async (options: Options) => {
    const { profile } = await declarationOf(options);
    // No other command needs the YAML library for it.
    const { writtenManifests } = await import('./manifests');
    const { text, remarks, exitStatus } = writtenManifests({ ...options, profile });
    output.writeError(remarks);
    output.write(text);
    output.end(exitStatus);
  });
}
