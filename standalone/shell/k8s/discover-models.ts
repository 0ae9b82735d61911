import { coFetchJSON } from '../sdk/console-fetch';
import type { K8sModel } from './k8s-reducer';

interface ResourceList {
  readonly groupVersion: string;
  readonly resources: readonly {
    readonly name: string;
    readonly kind: string;
    readonly namespaced: boolean;
    readonly verbs: readonly string[];
  }[];
}

interface GroupList {
  readonly groups: readonly { readonly preferredVersion: { readonly groupVersion: string } }[];
}

const root = '/api/kubernetes';

const abbreviate = (kind: string): string => kind.replace(/[^A-Z]/g, '').slice(0, 4);

const modelsOf = ({ groupVersion, resources }: ResourceList): K8sModel[] => {
  const [group, version] = groupVersion.includes('/') ? groupVersion.split('/') : [undefined, groupVersion];
  return resources
    .filter(({ name, verbs }) => !name.includes('/') && verbs.includes('list'))
    .map(({ name, kind, namespaced, verbs }) => ({
      ...(group === undefined ? {} : { apiGroup: group }),
      apiVersion: version ?? '',
      kind,
      plural: name,
      label: kind,
      labelPlural: `${kind}s`,
      abbr: abbreviate(kind),
      namespaced,
      crd: group !== undefined,
      verbs,
    }));
};

/** Every kind that the API serves, from its discovery documents. */
export const discoverModels = async (): Promise<readonly K8sModel[]> => {
  const groups = (await coFetchJSON(`${root}/apis`)) as GroupList;
  const paths = ['/api/v1', ...groups.groups.map(({ preferredVersion }) => `/apis/${preferredVersion.groupVersion}`)];
  const lists = await Promise.all(paths.map((path) => coFetchJSON(`${root}${path}`)));
  return lists.flatMap((list) => modelsOf(list as ResourceList));
};
