import fc from 'fast-check';
import { calicoVersions, dataplanes, encapsulations, ipFamilies, kubeProxyModes } from '@calico-readiness/requirements';
import type { WhatIfValues } from '../fleet/what-if/what-if-profile';

/** What a person may ask for in a what-if. */
export const anyWhatIfValues: fc.Arbitrary<WhatIfValues> = fc.record(
  {
    calicoVersion: fc.constantFrom(...calicoVersions),
    dataplane: fc.constantFrom(...dataplanes),
    encapsulation: fc.subarray([...encapsulations]),
    bgp: fc.boolean(),
    ipFamilies: fc.subarray([...ipFamilies], { minLength: 1 }),
    kubeProxyMode: fc.constantFrom(...kubeProxyModes),
    wireguard: fc.boolean(),
    sctp: fc.boolean(),
  },
  { requiredKeys: [] },
);
