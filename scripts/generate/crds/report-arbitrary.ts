import type { Finding, HostFacts } from '@calico-readiness/requirements';
import {
  calicoInterfaces,
  hostFactNames,
  moduleStates,
  networkManagerDaemonStates,
  requirementIds,
  serviceEnablements,
  systemdNetworkdDaemonStates,
  unavailableReasons,
  verdicts,
} from '@calico-readiness/requirements';
import fc from 'fast-check';

/** Anything a broken or hostile host may hand over as text: long, with controls, half surrogates, other scripts. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ maxLength: 20 }).map((part) => `${part}🎩\u001b[31m`.repeat(400)),
);
const texts = fc.oneof(
  fc.array(text, { maxLength: 3 }),
  fc.array(fc.string({ maxLength: 3 }), { minLength: 300, maxLength: 400 }),
);
const key = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 });
const maybe = fc.option(fc.boolean(), { nil: null });

const service = fc.record({
  load: fc.constantFrom('loaded', 'masked', 'not-found'),
  enablement: fc.constantFrom(...serviceEnablements),
  active: maybe,
  startsAtBoot: maybe,
});

const values: Readonly<Record<keyof HostFacts, fc.Arbitrary<unknown>>> = {
  architecture: text,
  kernelRelease: text,
  operatingSystem: fc.record(
    {
      id: text,
      versionId: text,
      idLike: texts,
      prettyName: text,
      variantId: text,
      rhelVersion: text,
      openshiftVersion: text,
    },
    { requiredKeys: ['id'] },
  ),
  capabilities: fc.record({ bounding: texts }),
  kernelModules: fc.dictionary(key, fc.constantFrom(...moduleStates), { maxKeys: 300 }),
  kernelConfiguration: fc.dictionary(key, fc.constantFrom('y', 'm', 'n'), { maxKeys: 300 }),
  legacyIptables: fc.record({ tables: texts, ip6Tables: texts, matches: texts, targets: texts }),
  networkManager: fc.record(
    {
      daemon: fc.constantFrom(...networkManagerDaemonStates),
      configurationFiles: texts,
      manages: fc.record(Object.fromEntries(calicoInterfaces.map((name) => [name, maybe])), { requiredKeys: [] }),
      live: fc.record(Object.fromEntries(calicoInterfaces.map((name) => [name, fc.boolean()])), { requiredKeys: [] }),
      refusedFile: text,
    },
    { requiredKeys: ['daemon', 'configurationFiles', 'manages'] },
  ),
  systemdNetworkd: fc.record(
    {
      daemon: fc.constantFrom(...systemdNetworkdDaemonStates),
      startsAtBoot: maybe,
      manages: fc.record(Object.fromEntries(calicoInterfaces.map((name) => [name, maybe])), { requiredKeys: [] }),
      files: fc.record(Object.fromEntries(calicoInterfaces.map((name) => [name, text])), { requiredKeys: [] }),
    },
    { requiredKeys: ['daemon'] },
  ),
  services: fc.dictionary(key, service, { maxKeys: 60 }),
  ipv6Enabled: fc.boolean(),
  kernelTypeInformation: fc.boolean(),
  cgroup2Mounts: texts,
  cgroup2Supported: fc.boolean(),
  bpfFilesystemMounted: fc.boolean(),
  lockdown: fc.constantFrom('none', 'integrity', 'confidentiality', 'absent'),
  listeners: fc.array(
    fc.record({
      protocol: fc.constantFrom('tcp', 'udp'),
      port: fc.integer({ min: 1, max: 65535 }),
      address: text,
      process: fc.option(text, { nil: null }),
    }),
    { maxLength: 100 },
  ),
  modprobePath: text,
};

/** Facts of the right types whose texts, lists and maps are whatever a host can make them. */
export const hostileFacts: fc.Arbitrary<HostFacts> = fc
  .record(
    Object.fromEntries(
      hostFactNames.map((name) => [
        name,
        fc.oneof(
          fc.record({ status: fc.constant('observed'), value: values[name], source: text }),
          fc.record(
            {
              status: fc.constant('unavailable'),
              reason: fc.constantFrom(...unavailableReasons),
              source: text,
              detail: text,
            },
            { requiredKeys: ['status', 'reason', 'source'] },
          ),
        ),
      ]),
    ),
  )
  .map((facts) => facts as unknown as HostFacts);

/** Findings with every verdict and hostile observations. */
export const hostileFindings: fc.Arbitrary<Finding[]> = fc.tuple(
  ...requirementIds.map((requirement) =>
    fc.record({
      requirement: fc.constant(requirement),
      verdict: fc.constantFrom(...verdicts),
      reason: fc.constant('SomeReason'),
      observed: text,
    }),
  ),
);
