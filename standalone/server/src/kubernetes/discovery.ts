import { apiVersionOf, type ResourceType } from './resource-type';

const verbs = ['create', 'delete', 'get', 'list', 'patch', 'update', 'watch'];

const resourceEntries = (type: ResourceType): readonly object[] => {
  const { plural, kind, namespaced, hasStatus } = type;
  const entry = { name: plural, singularName: kind.toLowerCase(), namespaced, kind, verbs };
  return hasStatus
    ? [entry, { ...entry, name: `${plural}/status`, singularName: '', verbs: ['get', 'patch', 'update'] }]
    : [entry];
};

const reviews: readonly object[] = [
  {
    name: 'selfsubjectaccessreviews',
    singularName: 'selfsubjectaccessreview',
    namespaced: false,
    kind: 'SelfSubjectAccessReview',
    verbs: ['create'],
  },
];

const resourceList = (groupVersion: string, resources: readonly object[]): object => ({
  kind: 'APIResourceList',
  apiVersion: 'v1',
  groupVersion,
  resources,
});

const groupEntry = (name: string, version: string): object => {
  const preferred = { groupVersion: `${name}/${version}`, version };
  return { name, versions: [preferred], preferredVersion: preferred };
};

/** What the API tells of itself, by path; undefined for any other path. */
export const discover = (path: string, types: readonly ResourceType[]): object | undefined => {
  const groups = new Map(types.filter(({ group }) => group !== '').map(({ group, version }) => [group, version]));
  groups.set('authorization.k8s.io', 'v1');
  if (path === '/version') return { major: '1', minor: '33', gitVersion: 'v1.33.0', platform: 'standalone' };
  if (path === '/api') return { kind: 'APIVersions', versions: ['v1'], serverAddressByClientCIDRs: [] };
  if (path === '/apis') {
    return {
      kind: 'APIGroupList',
      apiVersion: 'v1',
      groups: [...groups].map(([name, version]) => groupEntry(name, version)),
    };
  }
  if (path === '/apis/authorization.k8s.io/v1') return resourceList('authorization.k8s.io/v1', reviews);
  for (const [name, version] of groups) {
    if (path === `/apis/${name}`) return { kind: 'APIGroup', apiVersion: 'v1', ...groupEntry(name, version) };
  }
  const matching = types.filter(
    (type) => path === (type.group === '' ? `/api/${type.version}` : `/apis/${apiVersionOf(type)}`),
  );
  const [first] = matching;
  return first === undefined ? undefined : resourceList(apiVersionOf(first), matching.flatMap(resourceEntries));
};
