import { EmbeddedApi } from '../embedded-api';
import { openShiftTypes } from '../resource-type';
import { machineConfiguration, machineConfigurations, unmanagedPolicies } from './asked-policies';
import { answersAsAnApiServer } from './policy-cases';

describe('a node disruption policy by server-side apply', () => {
  let embedded: EmbeddedApi;
  let uid: string;
  const object = `${machineConfigurations}/cluster`;
  const ask = async (
    method: string,
    path: string,
    query: Record<string, string> = {},
    sent?: object,
    contentType = 'application/json',
  ) => {
    const body = sent === undefined ? '' : JSON.stringify(sent);
    const request = { method, path, query: new URLSearchParams(query), accept: 'application/json', contentType, body };
    const answer = await embedded.handle(request);
    return { status: answer.status, body: JSON.parse(answer.body) as Record<string, unknown> };
  };
  const apply = (fieldManager: string, sent: object, dryRun?: 'dry run') => {
    const query = {
      fieldValidation: 'Strict',
      ...(fieldManager !== '' && { fieldManager }),
      ...(dryRun !== undefined && { dryRun: 'All' }),
    };
    return ask('PATCH', object, query, sent, 'application/apply-patch+yaml');
  };
  const edit = (nodeDisruptionPolicy: object | null) => {
    const sent = { spec: { nodeDisruptionPolicy } };
    return ask('PATCH', object, { fieldManager: 'kubectl-edit' }, sent, 'application/merge-patch+json');
  };
  const specNow = async () => (await ask('GET', object)).body['spec'];

  beforeEach(async () => {
    embedded = new EmbeddedApi(openShiftTypes);
    const { body } = await ask('POST', machineConfigurations, {}, unmanagedPolicies);
    uid = (body['metadata'] as { readonly uid: string }).uid;
  });

  answersAsAnApiServer({ uid: () => uid, apply, edit, specNow, remove: () => ask('DELETE', object) });

  it('does not imitate what becomes of an entry that another one edited', async () => {
    const files = (type: string) => ({ nodeDisruptionPolicy: { files: [{ path: '/a', actions: [{ type }] }] } });
    await apply('ours', machineConfiguration({ uid }, files('Drain')));
    await edit(files('None').nodeDisruptionPolicy);
    expect(await apply('ours', machineConfiguration({ uid }))).toMatchObject({ status: 405 });
    expect(await specNow()).toMatchObject(files('None'));
  });
});
