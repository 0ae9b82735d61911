import { readFileSync } from 'node:fs';
import type { NodeReport, NodeReportStatus } from '@calico-readiness/requirements';
import fc from 'fast-check';
import { inject } from 'vitest';
import { oneLine } from '../../src/foundation/untrusted-text';
import { withinLimits } from '../../src/publish/within-limits';
import { fixtureHosts } from '../../test/fixture-hosts';
import { ownDefinitions, reportsPath } from './custom-resources';
import type { Schema } from './filled-report';
import { filled, longestText } from './filled-report';
import type { KubernetesObject } from './kubernetes-client';
import { KubernetesClient } from './kubernetes-client';
import { inWordsOfToday } from './versions/words-of-today';

describe('the definition of NodeReport in a Kubernetes API', () => {
  const client = new KubernetesClient(inject('cluster'));
  const name = 'a-hostile-report';
  const path = `${reportsPath}/${name}`;
  const schema = statusSchema(ownDefinitions);
  const sample = (
    JSON.parse(
      readFileSync(fixtureHosts.find((host) => host.name === 'rhcos-4.20')!.goldenReport, 'utf8'),
    ) as NodeReport
  ).status!;
  const [finding] = sample.findings;
  const writeStatus = (status: unknown) =>
    client.ask('PATCH', `${path}/status`, {
      body: [{ op: 'add', path: '/status', value: status }],
      contentType: 'application/json-patch+json',
    });
  /** Writes it and hands back what the API keeps, as it came. */
  const kept = async (status: unknown): Promise<string> => {
    const { status: answer, body } = await writeStatus(status);
    return answer === 200 ? JSON.stringify(await stored()) : JSON.stringify(body);
  };
  const stored = async (): Promise<unknown> => sorted((await client.do('GET', path))['status']);

  beforeAll(async () => {
    await client.create(reportsPath, {
      apiVersion: 'calicoreadiness.io/v1alpha1',
      kind: 'NodeReport',
      metadata: { name },
    });
  });
  afterAll(() => client.remove(path));

  it.each([
    ...fc.sample(fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }), { numRuns: 20, seed: 1 }),
    '\u0000\u001b[31m\u202e\u2066\u200b\ufeff\n',
    '"\\<&>\u2028\u00ad\u{e0001}',
    '\ud800',
  ])('keeps hostile text %# byte for byte in every field in which an agent writes it', async (hostile) => {
    const status = withinLimits(
      filled(schema, (length) => hostile.repeat(Math.ceil(length / hostile.length) + 1)),
      [],
    );
    expect(await kept(status)).toBe(JSON.stringify(sorted(status)));
  });

  it('takes every character that the agent leaves in a text', async () => {
    const characters = Array.from({ length: 0x110000 }, (_, point) => String.fromCodePoint(point)).filter(
      (character) => oneLine(character, 1) === character,
    );
    const texts = Array.from(
      { length: Math.ceil(characters.length / 250) },
      (_, index) =>
        // A blank at the end would go.
        `a${characters.slice(index * 250, (index + 1) * 250).join('')}b`,
    );
    const answers = [];
    for (let from = 0; from < texts.length; from += 128) {
      const findings = texts
        .slice(from, from + 128)
        .map((observed, index) => ({ ...finding, requirement: `a-${String(index)}`, observed }));
      answers.push((await writeStatus({ ...sample, findings })).status);
    }

    expect(texts.length).toBeGreaterThan(4000);
    expect(new Set(answers)).toEqual(new Set([200]));
  });

  it('takes a report of 1.4 MB at most', async () => {
    const largest = filled(schema, longestText);
    const bytes = Buffer.byteLength(JSON.stringify(largest));

    expect(await kept(largest)).toBe(JSON.stringify(sorted(largest)));
    expect(bytes).toBeGreaterThan(1_000_000);
    expect(bytes).toBeLessThan(1_400_000);
  });

  const service = Object.values(sample.facts.services!)[0] ?? {
    load: 'loaded',
    enablement: 'enabled',
    active: true,
    startsAtBoot: true,
  };
  const unseen = 'in body should match';

  it.each<[string, Partial<Record<keyof NodeReportStatus, unknown>>, string]>([
    [
      'two findings of one requirement',
      { findings: [...sample.findings, finding] },
      'status.findings: Invalid value: two findings have the same requirement; write one finding for each requirement',
    ],
    [
      'a requirement that does not apply and has a finding',
      { notApplicable: [finding!.requirement] },
      'status.notApplicable: Invalid value: a requirement has a finding and is in notApplicable as well',
    ],
    [
      'a requirement that does not apply, twice',
      { notApplicable: ['ebpf', 'ebpf'] },
      'status.notApplicable: Invalid value: a requirement stands there twice; write each once',
    ],
    [
      'two conditions of one type',
      { conditions: [...sample.conditions, sample.conditions[0]] },
      'status.conditions: Invalid value: two conditions have the same type',
    ],
    [
      'a key without bound',
      { facts: { services: { ['x'.repeat(257)]: service } } },
      'status.facts.services: Invalid value: a key is longer than 256 characters',
    ],
    [
      'more keys than there are units',
      { facts: { services: Object.fromEntries(Array.from({ length: 33 }, (_, index) => [index, service])) } },
      'status.facts.services: Too many: 33: must have at most 32 items',
    ],
    ...['\u0000', '\n', '\u001b[31m', '\u009b', '\u202e', '\u2066', '\u200b', '\ufeff', '\u2028'].map(
      (character): [string, Partial<Record<keyof NodeReportStatus, unknown>>, string] => [
        `U+${character.charCodeAt(0).toString(16).padStart(4, '0')} in what was observed`,
        { findings: [{ ...finding, observed: `a${character}b` }] },
        `findings[0].observed ${unseen}`,
      ],
    ),
    ['a bidirectional override in a fact', { facts: { modprobePath: '/sbin/\u202e' } }, `facts.modprobePath ${unseen}`],
    [
      'an id that is none',
      { findings: [{ ...finding, requirement: '<b>' }] },
      `findings[0].requirement ${unseen} '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$'`,
    ],
  ])('refuses a status with %s, and says where and why', async (_, wrong, message) => {
    const { status, body } = await writeStatus({ ...sample, ...wrong });

    expect(status).toBe(422);
    expect(inWordsOfToday((body as Error).message)).toContain(message);
    // Nothing of it is unseen to who reads it in a terminal.
    expect((body as Error).message).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  it('takes a report of an earlier agent, which has what does not apply among the findings', async () => {
    const ids = sample.notApplicable ?? [];
    const findings = [
      ...sample.findings,
      ...ids.map((requirement) => ({ requirement, verdict: 'NotApplicable', reason: 'NotUsed' })),
    ];
    const earlier = { ...sample, findings, notApplicable: undefined };

    expect(await kept(earlier)).toBe(JSON.stringify(sorted(earlier)));
  });
});

function statusSchema(definitions: readonly KubernetesObject[]): Schema {
  const definition = definitions.find(({ metadata }) => metadata.name.startsWith('nodereports.'))!;
  const { versions } = definition['spec'] as { versions: { schema: { openAPIV3Schema: Schema } }[] };
  return versions[0]!.schema.openAPIV3Schema.properties!['status']!;
}

/** The same with the fields of every object by name, as the API stores them. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)]),
  );
}
