import { readdirSync, readFileSync } from 'node:fs';
import { agentVersion, buildNodeReport, observeHost } from '@calico-readiness/agent';
import type { AnsweredFlowTest, HostFacts, NodeReport } from '@calico-readiness/requirements';
import {
  declareProfile,
  defaultProfileValues,
  flowKeys,
  hostFactNames,
  unavailable,
} from '@calico-readiness/requirements';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { parse } from 'yaml';
import { customResourceDefinitions } from './custom-resource-definitions';
import { hostileFacts, hostileFindings } from './report-arbitrary';
import { safeTextPattern } from './safe-text';
import type { StructuralSchema } from './structural-schema';

const directory = 'charts/calico-readiness/definitions';
const definitions = customResourceDefinitions();
const schemaOf = (kind: string): StructuralSchema => definitions.find((definition) => definition.kind === kind)!.schema;

const ajv = new Ajv({ strict: false, allErrors: true });
formats.default(ajv);
const accepts = (kind: string) => {
  const validate = ajv.compile(schemaOf(kind));
  return (object: unknown): string[] =>
    validate(object) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
};
const reportErrors = accepts('NodeReport');
const policyErrors = accepts('ReadinessPolicy');

/** Every node of a schema with its place. */
function nodes(schema: StructuralSchema, place = ''): { readonly place: string; readonly schema: StructuralSchema }[] {
  return [
    { place, schema },
    ...Object.entries(schema.properties ?? {}).flatMap(([name, child]) => nodes(child, `${place}.${name}`)),
    ...(schema.items ? nodes(schema.items, `${place}[]`) : []),
    ...(schema.additionalProperties ? nodes(schema.additionalProperties, `${place}{}`) : []),
  ];
}

/** Times and names of Nodes are ASCII. */
const isAscii = ({ format, pattern }: StructuralSchema): boolean =>
  format === 'date-time' || pattern?.startsWith('^[a-z0-9](') === true;

/** Bytes of the largest JSON that a schema accepts when every character takes four bytes in UTF-8. */
function largest(schema: StructuralSchema): number {
  const name = 256 * 4 + 4;
  switch (schema.type) {
    case 'object':
      return (
        Object.entries(schema.properties ?? {}).reduce(
          (sum, [key, child]) => sum + key.length + 4 + largest(child),
          2,
        ) +
        (schema.additionalProperties
          ? (schema.maxProperties ?? Infinity) * (name + largest(schema.additionalProperties))
          : 0)
      );
    case 'array':
      return 2 + (schema.maxItems ?? Infinity) * (1 + largest(schema.items!));
    case 'string':
      return schema.enum
        ? Math.max(...schema.enum.map((word) => word.length + 2))
        : 2 + (isAscii(schema) ? 1 : 4) * (schema.maxLength ?? Infinity);
    default:
      return 20;
  }
}

const noFacts = Object.fromEntries(
  hostFactNames.map((name) => [name, unavailable('not-found', 'nowhere')]),
) as unknown as HostFacts;
const observe = async (hostRoot: string): Promise<NodeReport> => {
  const observation = await observeHost({ hostRoot, profile: declareProfile({ wireguard: true }, 'command line') });
  return buildNodeReport({
    ...observation,
    nodeName: 'worker-1',
    nodeUID: 'e4a1',
    agentVersion,
    reportIntervalSeconds: 900,
  });
};
const fixtures = readdirSync('agent/fixtures/hosts', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

describe('the custom resource definitions', () => {
  it.each(definitions)('mean the same to Helm and kubectl, which read YAML 1.1: $fileName', ({ text }) => {
    expect(parse(text, { version: '1.1' })).toEqual(parse(text));
  });

  it.each(definitions.map(({ fileName, text }) => [fileName, text]))(
    '%s is what the types say (else run npm run generate-crds)',
    (fileName, text) => {
      expect(readFileSync(`${directory}/${fileName}`, 'utf8')).toBe(text);
    },
  );

  it('are the only files in their folder', () => {
    expect(readdirSync(directory).sort()).toEqual(definitions.map(({ fileName }) => fileName).sort());
  });

  it.each(definitions.map(({ kind, text }) => [kind, text]))(
    '%s is cluster-scoped, with a version that is served and stored',
    (kind, text) => {
      expect(parse(text)).toMatchObject({
        apiVersion: 'apiextensions.k8s.io/v1',
        spec: {
          group: 'calicoreadiness.io',
          scope: 'Cluster',
          names: { kind },
          versions: [{ name: 'v1alpha1', served: true, storage: true }],
        },
      });
    },
  );

  it('give NodeReport a status subresource', () => {
    expect(parse(definitions[0]!.text)).toMatchObject({ spec: { versions: [{ subresources: { status: {} } }] } });
  });

  const all = definitions.flatMap(({ kind, schema }) =>
    nodes(schema).map((node) => ({ ...node, place: `${kind}${node.place}` })),
  );

  it('have only typed nodes, none with both fixed and free fields', () => {
    const wrong = all.filter(
      ({ schema }) =>
        !['object', 'array', 'string', 'integer', 'boolean'].includes(schema.type) ||
        (schema.properties && schema.additionalProperties),
    );

    expect(wrong.map(({ place }) => place)).toEqual([]);
  });

  it('use no keyword that a structural schema forbids', () => {
    const allowed = new Set([
      'type',
      'description',
      'nullable',
      'properties',
      'required',
      'additionalProperties',
      'maxProperties',
      'items',
      'maxItems',
      'enum',
      'maxLength',
      'pattern',
      'format',
      'minimum',
      'maximum',
      'x-kubernetes-list-type',
      'x-kubernetes-map-type',
      'x-kubernetes-validations',
    ]);

    expect(
      all.flatMap(({ place, schema }) =>
        Object.keys(schema)
          .filter((keyword) => !allowed.has(keyword))
          .map((keyword) => `${place}: ${keyword}`),
      ),
    ).toEqual([]);
  });

  it('bound every text, list and map, and make every list atomic', () => {
    const outsideMetadata = all.filter(({ place }) => !/^\w+\.(apiVersion|kind|metadata\b.*)$/.test(place));
    const unbounded = outsideMetadata.filter(
      ({ schema }) =>
        (schema.type === 'string' && schema.maxLength === undefined && schema.enum === undefined) ||
        (schema.type === 'array' && (schema.maxItems === undefined || schema['x-kubernetes-list-type'] !== 'atomic')) ||
        (schema.additionalProperties !== undefined && schema.maxProperties === undefined),
    );

    expect(unbounded.map(({ place }) => place)).toEqual([]);
  });

  it('bound the keys of every map', () => {
    const maps = all.filter(({ schema }) => schema.additionalProperties !== undefined);

    expect(maps.map(({ place }) => place)).toContain('NodeReport.status.facts.services');
    expect(
      maps.filter(
        ({ schema }) =>
          schema['x-kubernetes-validations']?.some(({ rule }) => rule === 'self.all(key, size(key) <= 256)') !== true,
      ),
    ).toEqual([]);
  });

  it('describe every field; what metadata and its kin are the API server says', () => {
    const missing = all.flatMap(({ place, schema }) =>
      Object.entries(schema.properties ?? {})
        .filter(([, field]) => (field.description ?? '') === '')
        .map(([name]) => `${place}.${name}`)
        .filter((field) => !/^\w+\.(apiVersion|kind|metadata\b.*)$/.test(field)),
    );

    expect(missing, 'give it a doc comment in requirements/src/model').toEqual([]);
  });

  it('are seen whole by who reads the files', () => {
    expect(definitions.filter(({ text }) => !/^[\n\x20-\x7e]*$/.test(text)).map(({ fileName }) => fileName)).toEqual(
      [],
    );
  });

  it('fit the annotation in which kubectl apply keeps them', () => {
    expect(Math.max(...definitions.map(({ text }) => JSON.stringify(parse(text)).length))).toBeLessThan(262_144 / 2);
  });

  it('keep the largest report below what etcd takes in one request', () => {
    expect(largest(schemaOf('NodeReport').properties!['status']!)).toBeLessThan(1_500_000);
  });
});

/** Of the most peers of the longest names, with every flow. */
const longestAnswer: AnsweredFlowTest = {
  requestedAt: '2026-01-02T03:04:05Z',
  peers: Array.from({ length: 30 }, (_, index) => ({
    peer: String(index).padEnd(253, 'x'),
    state: 'tested',
    testedAt: '2026-01-02T03:04:05.678Z',
    open: flowKeys.slice(0, 7),
    blocked: flowKeys.slice(7),
  })),
};

describe('a NodeReport', () => {
  const asking = (flowTest: unknown): unknown => ({
    apiVersion: 'calicoreadiness.io/v1alpha1',
    kind: 'NodeReport',
    metadata: { name: 'worker-1' },
    spec: { flowTest },
  });
  const requestedAt = '2026-01-02T03:04:05Z';

  it('takes a request for twenty peers', () => {
    const peers = Array.from({ length: 20 }, (_, index) => `worker-${String(index)}.example.com`);
    expect(reportErrors(asking({ requestedAt, peers }))).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['twenty-one peers', { requestedAt, peers: Array.from({ length: 21 }, String) }],
    ['a name that no Node has', { requestedAt, peers: ['<b>'] }],
    ['a name of 254 characters', { requestedAt, peers: ['x'.repeat(254)] }],
    ['no time', { peers: [] }],
    ['a time that is none', { requestedAt: 'now', peers: [] }],
    ['no peers', { requestedAt }],
  ])('refuses a request of %s', (_what, flowTest) => {
    expect(reportErrors(asking(flowTest))).not.toEqual([]);
  });

  it.each([['/'], ...fixtures.map((name) => [`agent/fixtures/hosts/${name}/root`])])(
    'of %s conforms',
    async (hostRoot) => {
      expect(reportErrors(await observe(hostRoot))).toEqual([]);
    },
  );

  it('conforms whatever the host says', () => {
    fc.assert(
      fc.property(hostileFacts, hostileFindings, (facts, findings) => {
        const report = buildNodeReport({
          facts,
          findings,
          predictions: new Map(
            findings.map(({ requirement, verdict }) => [
              requirement,
              { guide: 'kernel-modules', verdict, reason: 'SomeReason' },
            ]),
          ),
          flowTest: longestAnswer,
          profile: declareProfile(defaultProfileValues, 'x'.repeat(1000)),
          nodeName: 'worker-1',
          bootID: '\u0000'.repeat(1000),
          agentVersion,
          observedAt: '2026-01-02T03:04:05.678Z',
          reportIntervalSeconds: 900,
        });

        expect(reportErrors(report), 'bound it in requirements/src/model/report/report-limits.ts').toEqual([]);
        expect(Buffer.byteLength(JSON.stringify(report)), 'see agent/src/publish/within-budget.ts').toBeLessThan(
          16_384,
        );
      }),
      { numRuns: 30 },
    );
  });

  it('is accepted by the pattern of its texts wherever the agent has cleaned them', () => {
    const safe = new RegExp(safeTextPattern, 'u');
    const refused = Array.from({ length: 0x110000 }, (_, point) => String.fromCodePoint(point)).filter(
      (character) => !safe.test(character),
    );
    const cleaned = refused.map(
      (character) =>
        buildNodeReport({
          facts: noFacts,
          findings: [],
          profile: declareProfile(defaultProfileValues, 'a test'),
          nodeName: 'worker-1',
          bootID: `a${character}b`,
          agentVersion,
          observedAt: '2026-01-02T03:04:05.678Z',
          reportIntervalSeconds: 900,
        }).status.bootID!,
    );

    expect(refused.length).toBeGreaterThan(80);
    expect(cleaned.filter((text) => !safe.test(text))).toEqual([]);
  });

  it.each(['\u0000', '\n', '\u001b[31m', '\u009b', '\u202e', '\u2066', '\u200b', '\ufeff'])(
    'with %j in what was observed is refused',
    async (text) => {
      const { status, ...report } = await observe('agent/fixtures/hosts/empty/root');
      const [finding, ...others] = status!.findings;
      const spoiled = {
        ...report,
        status: { ...status, findings: [{ ...finding, observed: `a${text}b` }, ...others] },
      };

      expect(reportErrors(spoiled).join()).toContain('/status/findings/0/observed must match pattern');
    },
  );

  it.each<[string, (status: Record<string, unknown>) => unknown]>([
    ['an unknown verdict', (status) => ({ ...status, verdict: 'Fine' })],
    [
      'too many findings',
      (status) => ({ ...status, findings: Array.from({ length: 129 }, () => (status['findings'] as unknown[])[0]) }),
    ],
    [
      'a finding with an oversize observation',
      (status) => ({
        ...status,
        findings: [{ requirement: 'ebpf', verdict: 'Pass', reason: 'Fine', observed: 'x'.repeat(257) }],
      }),
    ],
    [
      'a requirement that is no id',
      (status) => ({ ...status, findings: [{ requirement: '<b>', verdict: 'Pass', reason: 'Fine' }] }),
    ],
    [
      'a reason that is no CamelCase word',
      (status) => ({ ...status, findings: [{ requirement: 'ebpf', verdict: 'Pass', reason: 'it is fine' }] }),
    ],
    ['an oversize kernel release', (status) => ({ ...status, facts: { kernelRelease: '6'.repeat(65) } })],
    [
      'too many modules',
      (status) => ({ ...status, facts: { kernelModules: { loaded: Array.from({ length: 129 }, String) } } }),
    ],
    [
      'too many services',
      (status) => ({
        ...status,
        facts: {
          services: Object.fromEntries(
            Array.from({ length: 33 }, (_, index) => [
              `${index}.service`,
              { load: 'loaded', enablement: 'enabled', active: null, startsAtBoot: null },
            ]),
          ),
        },
      }),
    ],
    ['an interval of a second', (status) => ({ ...status, reportIntervalSeconds: 1 })],
    ['a time that is none', (status) => ({ ...status, observedAt: 'yesterday' })],
    ['no verdict', (status) => ({ ...status, verdict: undefined })],
  ])('with %s is refused', async (_name, spoil) => {
    const report = await observe('agent/fixtures/hosts/empty/root');

    expect(reportErrors({ ...report, status: spoil({ ...report.status }) })).not.toEqual([]);
  });
});

describe('a ReadinessPolicy', () => {
  const policy = (spec: unknown): unknown => ({
    apiVersion: 'calicoreadiness.io/v1alpha1',
    kind: 'ReadinessPolicy',
    metadata: { name: 'cluster' },
    spec,
  });

  it.each([
    [{}],
    [{ profile: defaultProfileValues, reportIntervalSeconds: 600, recheckRequestedAt: '2026-01-02T03:04:05Z' }],
    [{ profile: { ports: { bgp: 1179 } } }],
  ])('with %j conforms', (spec) => {
    expect(policyErrors(policy(spec))).toEqual([]);
  });

  it.each([
    [{ profile: { dataplane: 'iptables' } }],
    [{ profile: { ports: { bgp: 0 } } }],
    [{ reportIntervalSeconds: 1 }],
    [{ recheckRequestedAt: 'now' }],
  ])('with %j is refused', (spec) => {
    expect(policyErrors(policy(spec))).not.toEqual([]);
  });
});
