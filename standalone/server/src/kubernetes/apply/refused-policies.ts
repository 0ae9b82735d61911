import { a, files, machineConfiguration, none } from './asked-policies';
import type { PolicyApi } from './asked-policies';

/** What is refused, with status and message. */
export function refusesPolicies(api: PolicyApi): void {
  const policies = (spec?: object) => machineConfiguration({ uid: api.uid() }, spec);

  it.each<[string, string, () => object, number, string]>([
    ['no manager', '', () => policies(files(a)), 422, 'fieldManager: Required value: is required for apply patch'],
    [
      'another object of the name',
      'ours',
      () => ({ ...policies(files(a)), metadata: { name: 'cluster', uid: 'x' } }),
      422,
      'metadata.uid: Invalid value: "x": field is immutable',
    ],
    [
      'an unknown field',
      'ours',
      () => policies({ nodeDisruptionPolicy: { other: [] } }),
      500,
      '.spec.nodeDisruptionPolicy.other: field not declared in schema',
    ],
    [
      'a path twice',
      'ours',
      () => policies(files(a, a)),
      500,
      '.spec.nodeDisruptionPolicy.files: duplicate entries for key [path="/a"]',
    ],
    ['no path', 'ours', () => policies(files({ actions: none })), 500, 'omits all key fields ["path"]'],
  ])('refuses %s', async (_what, manager, object, status, message) => {
    expect(await api.apply(manager, object())).toMatchObject({
      status,
      body: { message: expect.stringContaining(message) as string },
    });
  });

  it('makes no object anew that was deleted', async () => {
    await api.remove();
    expect(await api.apply('ours', policies(files(a)))).toMatchObject({
      status: 409,
      body: { message: expect.stringContaining('and no existing object was found') as string },
    });
  });
}
