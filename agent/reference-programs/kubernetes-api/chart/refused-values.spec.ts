import { chart, helm, kubernetesApis, leastValues, render } from './helm';

const messageFor = (values: object): string => {
  try {
    render({ values: { ...leastValues, ...values }, apis: kubernetesApis });
    return 'was rendered';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

describe('the chart refuses', () => {
  it('a Kubernetes whose console is too old', () => {
    const { error } = helm(
      ['template', 'calico-readiness', chart, '--kube-version', '1.31.9', '--values', '-'],
      JSON.stringify(leastValues),
    );

    expect(error).toContain('chart requires kubeVersion: >=1.32.0-0 which is incompatible with Kubernetes v1.31.9');
  });

  it.each<[string, object, readonly string[]]>([
    [
      'to guess where the images are',
      { images: { registry: '' } },
      ['images.registry is missing: no images are published, so name the registry that holds yours, with its path'],
    ],
    ['a value that it does not know', { plugins: {} }, ["additional properties 'plugins' not allowed"]],
    [
      'a value that is misspelt further down',
      { agent: { nodeselector: {} } },
      ["at '/agent'", "'nodeselector' not allowed"],
    ],
    ['a digest that is none', { agent: { image: { digest: 'sha256:abc' } } }, ["at '/agent/image/digest'", 'pattern']],
    [
      'a repository with a tag in it',
      { agent: { image: { repository: 'agent:v1' } } },
      ["at '/agent/image/repository'"],
    ],
    ['a word where flows are tested or not', { agent: { testFlows: 'on' } }, ["at '/agent/testFlows'"]],
    ['a registry with a scheme', { images: { registry: 'https://registry.example' } }, ["at '/images/registry'"]],
    ['yes for always', { plugin: { install: true } }, ["at '/plugin/install'", "'auto', 'always', 'never'"]],
    [
      'yes for quick starts',
      { console: { quickStarts: true } },
      ["at '/console/quickStarts'", "'auto', 'always', 'never'"],
    ],
    ['no for samples', { console: { samples: false } }, ["at '/console/samples'", "'auto', 'always', 'never'"]],
    ['a word for whether to enable', { plugin: { enable: 'auto' } }, ["at '/plugin/enable'", 'boolean']],
    ['a word for whether to keep', { definitions: { keep: 'never' } }, ["at '/definitions/keep'", 'boolean']],
    [
      'a name of a secret that cannot be one',
      { images: { registry: 'a', pullSecrets: ['My_Secret'] } },
      ["at '/images/pullSecrets/0'"],
    ],
    [
      'an effect of a taint that there is not',
      { plugin: { tolerations: [{ operator: 'Exists', effect: 'NoRun' }] } },
      ["at '/plugin/tolerations/0/effect'"],
    ],
    ['more replicas than anybody needs', { plugin: { replicas: 11 } }, ["at '/plugin/replicas'", 'maximum']],
    ['a level of the log that there is not', { agent: { logLevel: 'trace' } }, ["at '/agent/logLevel'"]],
    ['a privileged port, which nginx cannot have', { plugin: { port: 443 } }, ["at '/plugin/port'", 'minimum']],
    ['to listen nowhere', { plugin: { listenOn: [] } }, ["at '/plugin/listenOn'", 'minItems']],
    ['no controllers', { controller: { replicas: 0 } }, ["at '/controller/replicas'", 'minimum']],
    [
      'to read the cluster profile all the time',
      { controller: { detectIntervalSeconds: 5 } },
      ["at '/controller/detectIntervalSeconds'", 'minimum'],
    ],
    [
      'runbooks that nobody can follow',
      { controller: { metrics: { runbooks: 'docs' } } },
      ["at '/controller/metrics/runbooks'", 'pattern'],
    ],
    ['no replicas', { plugin: { replicas: 0 } }, ["at '/plugin/replicas'", 'minimum']],
    ['to observe every second', { agent: { observeIntervalSeconds: 1 } }, ["at '/agent/observeIntervalSeconds'"]],
    ['to roll out nowhere', { agent: { maxUnavailable: '0%' } }, ["at '/agent/maxUnavailable'"]],
    [
      'a quantity that is none',
      { agent: { resources: { limits: { memory: '128MB' } } } },
      ["at '/agent/resources/limits/memory'"],
    ],
  ])('%s', (_what, values, messages) => {
    const message = messageFor(values);
    for (const part of messages) expect(message).toContain(part);
    expect(message).not.toBe('was rendered');
  });
});
