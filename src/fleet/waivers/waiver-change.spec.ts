import type { Waiver } from '@calico-readiness/requirements';
import { readWaivers } from '@calico-readiness/requirements';
import type { ReadinessPolicyObject } from '../../k8s/models';
import { patchOf, policyWith } from './waiver-change';

const waiver: Waiver = { requirement: 'ebpf', reason: 'later', owner: 'me', expiry: '2026-06-01T00:00:00Z' };
const other = { ...waiver, requirement: 'ip-sets', unknownField: 1 };
const policy = (spec?: object): ReadinessPolicyObject =>
  ({ metadata: { name: 'cluster', resourceVersion: '7' }, ...(spec && { spec }) }) as ReadinessPolicyObject;

describe('a change of the waivers', () => {
  it.each<[string, object | undefined, object]>([
    ['no specification', undefined, { op: 'add', path: '/spec', value: { waivers: [waiver] } }],
    ['no waivers', { profile: { bgp: false } }, { op: 'add', path: '/spec/waivers', value: [waiver] }],
    ['others, which stay as they are', { waivers: [other] }, { op: 'add', path: '/spec/waivers/-', value: waiver }],
    ['waivers that are no list', { waivers: 'none' }, { op: 'add', path: '/spec/waivers', value: [waiver] }],
  ])('adds one to a policy that has %s', (_, before, operation) => {
    expect(patchOf({ kind: 'add', policy: policy(before), waiver }).slice(1)).toEqual([operation]);
  });

  it('takes one out and leaves the others', () => {
    const spec = { waivers: [other, waiver, other] };
    expect(patchOf({ kind: 'end', policy: policy(spec), index: 1 }).slice(1)).toEqual([
      { op: 'remove', path: '/spec/waivers/1' },
    ]);
  });

  it('is of the version that a person saw, whatever it does', () => {
    for (const spec of [undefined, {}, { waivers: [] }])
      expect(patchOf({ kind: 'add', policy: policy(spec), waiver })[0]).toEqual({
        op: 'add',
        path: '/metadata/resourceVersion',
        value: '7',
      });
  });

  it('makes a policy that can be read where there is none', () => {
    const made = policyWith(waiver) as { spec: { waivers: unknown } };
    expect(readWaivers(made.spec.waivers)).toMatchObject({ usable: [{ requirement: 'ebpf' }], invalid: [] });
  });
});
