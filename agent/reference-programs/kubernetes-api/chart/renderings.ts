import type { Rendering } from './helm';
import { kubernetesApis, leastValues, openShiftApis } from './helm';

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;

/** What the others are compared with: OpenShift, and the least that has to be said. */
export const openShift: Rendering = { values: leastValues, apis: openShiftApis };

const onOpenShift = (values: object): Rendering => ({ values: { ...leastValues, ...values }, apis: openShiftApis });
const onKubernetes = (values: object): Rendering => ({ values: { ...leastValues, ...values }, apis: kubernetesApis });

/** Situations, by the names of their golden files in `renderings`, which hold what is different from the first. */
export const otherRenderings: Readonly<Record<string, Rendering>> = {
  'any-kubernetes': onKubernetes({}),
  'no-cluster-asked': { values: leastValues, apis: [] },
  'no-cluster-asked-always': {
    values: {
      ...leastValues,
      plugin: { install: 'always' },
      console: { samples: 'always', quickStarts: 'always' },
      admission: { install: 'always' },
      agent: { securityContextConstraints: 'always', networkManagerState: 'always' },
      controller: { metrics: { install: 'always', serviceMonitor: 'always', alerts: 'always' } },
    },
    apis: [],
  },
  'console-switched-off': onOpenShift({ plugin: { install: 'never' } }),
  'mirror-and-digests': onOpenShift({
    images: {
      registry: 'mirror.example:5000/team/calico',
      pullPolicy: 'IfNotPresent',
      pullSecrets: ['mirror', 'other.mirror'],
    },
    agent: { image: { digest } },
    plugin: { image: { digest, tag: 'not-used' } },
  }),
  'tags-and-repositories': onOpenShift({
    agent: { image: { repository: 'readiness/agent', tag: 'v1' } },
    plugin: { image: { repository: 'readiness/plugin', tag: 'v2' } },
  }),
  'no-tests-of-flows': onOpenShift({ agent: { testFlows: false } }),
  'single-node': onOpenShift({ plugin: { replicas: 1 } }),
  'no-ipv6-in-the-kernel': onOpenShift({ plugin: { listenOn: ['IPv4'] } }),
  'ipv6-only-and-another-port': onOpenShift({ plugin: { listenOn: ['IPv6'], port: 8443 } }),
  'plugin-on-infrastructure-nodes': onOpenShift({
    plugin: {
      nodeSelector: { 'node-role.kubernetes.io/infra': '' },
      tolerations: [{ key: 'node-role.kubernetes.io/infra', operator: 'Exists', effect: 'NoSchedule' }],
      priorityClassName: 'openshift-user-critical',
      certificateSecretName: 'ours',
    },
  }),
  'some-nodes-rarely': onKubernetes({
    agent: {
      observeIntervalSeconds: 120,
      reportIntervalSeconds: 3600,
      logLevel: 'debug',
      nodeSelector: { pool: 'a' },
      priorityClassName: '',
      maxUnavailable: 3,
      resources: { limits: { memory: '96Mi' } },
    },
  }),
  'without-policies-and-roles': onOpenShift({
    admission: { install: 'never' },
    access: { install: false },
    plugin: { networkPolicy: { install: false } },
  }),
  'telling-others': onOpenShift({ controller: { nodeCondition: true, policyReport: true } }),
  'no-controller': onOpenShift({ controller: { install: false } }),
  'two-controllers-without-metrics': onOpenShift({
    controller: {
      replicas: 2,
      detectIntervalSeconds: 600,
      logLevel: 'debug',
      priorityClassName: 'system-cluster-critical',
      nodeSelector: { 'node-role.kubernetes.io/infra': '' },
      tolerations: [{ key: 'node-role.kubernetes.io/infra', operator: 'Exists', effect: 'NoSchedule' }],
      resources: { limits: { memory: '512Mi' } },
      networkPolicy: { install: false },
      metrics: { install: 'never' },
    },
  }),
  'metrics-for-another-prometheus': onKubernetes({
    controller: {
      networkPolicy: { monitoringNamespace: 'monitoring' },
      metrics: {
        install: 'always',
        port: 9443,
        certificateSecretName: 'ours',
        serviceMonitor: 'always',
        alerts: 'always',
        runbooks: 'https://docs.example/runbooks',
        prometheus: { namespace: 'monitoring', account: 'prometheus', caFile: '/etc/ca/ca.crt' },
      },
    },
  }),
  'no-samples-no-quick-starts': onOpenShift({ console: { samples: 'never', quickStarts: 'never' } }),
  'console-elsewhere': onOpenShift({ plugin: { networkPolicy: { consoleNamespace: 'my-console' } } }),
  'enabled-by-hand': onOpenShift({ plugin: { enable: false } }),
  'without-hidden-settings-of-network-manager': onOpenShift({ agent: { networkManagerState: 'never' } }),
  'constraints-of-somebody-else': onOpenShift({ agent: { securityContextConstraints: 'never' } }),
  'pages-on-any-kubernetes': onKubernetes({ plugin: { install: 'always', enable: false } }),
  'hidden-settings-on-any-kubernetes': onKubernetes({ agent: { networkManagerState: 'always' } }),
  'always-pulled': onOpenShift({ images: { registry: '[2001:db8::1]:5000', pullPolicy: 'Always' } }),
  'large-fleet': onOpenShift({
    agent: { observeIntervalSeconds: 60, reportIntervalSeconds: 1800, maxUnavailable: '25%' },
    plugin: { replicas: 3, resources: { requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '256Mi' } } },
  }),
  'definitions-go-with-the-release': onOpenShift({ definitions: { keep: false } }),
};
