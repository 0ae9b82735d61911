import { inject } from 'vitest';
import {
  machineConfigurations,
  unmanagedPolicies,
} from '../../../../standalone/server/src/kubernetes/apply/asked-policies';
import { answersAsAnApiServer } from '../../../../standalone/server/src/kubernetes/apply/policy-cases';
import { KubernetesClient } from '../kubernetes-client';
import { disruptionPolicyDefinition } from './disruption-policy-definition';

const definitions = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
const object = `${machineConfigurations}/cluster`;

/** The API in memory of the standalone host is asked the same. */
describe('a node disruption policy by server-side apply to a Kubernetes API', () => {
  const client = new KubernetesClient(inject('cluster'));
  let uid = '';

  beforeAll(async () => {
    await client.create(definitions, disruptionPolicyDefinition);
    await vi.waitFor(async () => expect((await client.ask('GET', machineConfigurations)).status).toBe(200), {
      timeout: 20_000,
    });
  });
  afterAll(() => client.remove(`${definitions}/${disruptionPolicyDefinition.metadata.name}`));
  beforeEach(async () => {
    await client.remove(object);
    ({ uid = '' } = (await client.create(machineConfigurations, unmanagedPolicies)).metadata);
  });

  answersAsAnApiServer({
    uid: () => uid,
    apply: async (manager, body, dryRun) => {
      const from = manager === '' ? '' : `&fieldManager=${manager}`;
      const path = `${object}?fieldValidation=Strict${from}${dryRun === undefined ? '' : '&dryRun=All'}`;
      const answer = await client.ask('PATCH', path, { body, contentType: 'application/apply-patch+yaml' });
      return { status: answer.status, body: answer.body as Record<string, unknown> };
    },
    edit: (nodeDisruptionPolicy) =>
      client.patch(`${object}?fieldManager=kubectl-edit`, { spec: { nodeDisruptionPolicy } }),
    specNow: async () => (await client.do('GET', object))['spec'],
    remove: () => client.remove(object),
  });
});
