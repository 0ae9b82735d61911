/** The fields of a pod that count when one of its containers is started by hand. */
export interface PodSpec {
  readonly serviceAccountName: string;
  readonly nodeName?: string;
  readonly containers: readonly [Container, ...Container[]];
  readonly volumes?: readonly Volume[];
}

interface Container {
  readonly command: readonly string[];
  readonly args: readonly string[];
  readonly env?: readonly {
    readonly name: string;
    readonly valueFrom: { readonly fieldRef: { readonly fieldPath: string } };
  }[];
  readonly volumeMounts?: readonly Mount[];
  readonly securityContext: {
    readonly runAsUser?: number;
    readonly readOnlyRootFilesystem: boolean;
    readonly capabilities: { readonly add?: readonly string[] };
  };
}

interface Mount {
  readonly name: string;
  readonly mountPath: string;
  readonly readOnly?: boolean;
}

interface Volume {
  readonly name: string;
  readonly hostPath?: { readonly path: string };
  readonly secret?: { readonly secretName: string };
}

/** What a kubelet would put around the container. */
export interface Surroundings {
  /** Where the host's root directory is. */
  readonly hostRoot: string;
  /** With `token`, `ca.crt` and `namespace`. */
  readonly accountDirectory: string;
  /** With `bin/calico-readiness` and what it needs: the image's part that is ours. */
  readonly programDirectory: string;
  readonly apiPort: string;
  /** What the API knows of the pod, by the path of the field. */
  readonly fields: Readonly<Record<string, string>>;
  /** Where the files of each Secret that it mounts are. */
  readonly secretDirectories: Readonly<Record<string, string>>;
  /** An empty directory on which the container's root is mounted, for the container alone. */
  readonly root: string;
}

/** Where OpenShift gives a pod a user that wants any but root. */
const anyUser = 1_000_680_000;

/**
 * The words that start a container as its pod says: command, arguments, environment, user, capabilities, and mounts
 * that are read-only where the pod says so, in a mount namespace of its own. The base of its image is this machine's `/usr`.
 * Not as in a pod: SELinux, seccomp, AppArmor, cgroups and the pod network.
 */
export function containerWords(pod: PodSpec, surroundings: Surroundings): readonly string[] {
  const [{ command, args, env = [], securityContext }] = pod.containers;
  const { runAsUser = anyUser, capabilities, readOnlyRootFilesystem } = securityContext;
  if (!readOnlyRootFilesystem) throw new Error('The container could write to its root file system');
  const bounding = ['-all', ...(capabilities.add ?? []).map((name) => `+${name.toLowerCase()}`)].join(',');
  const variables = [
    'PATH=/opt/calico-readiness/bin:/usr/bin',
    'KUBERNETES_SERVICE_HOST=127.0.0.1',
    `KUBERNETES_SERVICE_PORT=${surroundings.apiPort}`,
    ...env.map(({ name, valueFrom }) => `${name}=${fieldOf(surroundings, valueFrom.fieldRef.fieldPath)}`),
  ];
  const { root } = surroundings;
  const script = [...baseMounts(surroundings), ...volumeMounts(pod, surroundings), `mount -o remount,ro ${root}`];
  const started = [
    ...['chroot', root, 'setpriv', `--reuid=${String(runAsUser)}`, '--regid=0', '--clear-groups'],
    ...[`--bounding-set=${bounding}`, '--inh-caps=-all', '--no-new-privs', 'env', '-i', ...variables],
  ];
  return [
    ...['unshare', '--mount', '--propagation', 'private', 'sh', '-ec', `${script.join('\n')}\nexec "$@"`, 'sh'],
    ...[...started, ...command, ...args],
  ];
}

function fieldOf({ fields }: Surroundings, path: string): string {
  const value = fields[path];
  if (value === undefined) throw new Error(`Nobody here knows ${path}`);
  return value;
}

const readOnly = (from: string, to: string): readonly string[] => [
  `mkdir -p ${to}`,
  `mount --rbind ${from} ${to}`,
  `mount -o remount,bind,ro ${to}`,
];

const baseMounts = ({ root, accountDirectory, programDirectory }: Surroundings): readonly string[] => [
  `mount -t tmpfs none ${root}`,
  ...readOnly('/usr', `${root}/usr`),
  // Links into /usr, where a system merged them.
  ...['bin', 'sbin', 'lib', 'lib64'].map((name) => `if [ -e /${name} ]; then cp -a /${name} ${root}/; fi`),
  ...['proc', 'dev'].flatMap((name) => [`mkdir ${root}/${name}`, `mount --rbind /${name} ${root}/${name}`]),
  ...readOnly(programDirectory, `${root}/opt/calico-readiness`),
  ...readOnly(accountDirectory, `${root}/var/run/secrets/kubernetes.io/serviceaccount`),
];

function volumeMounts(
  { containers: [{ volumeMounts: mounts = [] }], volumes = [] }: PodSpec,
  { root, hostRoot, secretDirectories }: Surroundings,
) {
  return mounts.flatMap(({ name, mountPath, readOnly: isReadOnly }): readonly string[] => {
    const { hostPath, secret } = volumes.find((volume) => volume.name === name) ?? {};
    if (secret !== undefined) return readOnly(secretDirectories[secret.secretName] ?? '', `${root}${mountPath}`);
    const path = hostPath?.path;
    if (path === undefined) return [`mkdir -p ${root}${mountPath}`, `mount -t tmpfs none ${root}${mountPath}`];
    if (isReadOnly !== true) throw new Error(`The container could write to ${path} of the host`);
    return readOnly(`${hostRoot}${path}`, `${root}${mountPath}`);
  });
}
