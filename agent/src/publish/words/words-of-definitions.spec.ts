import type { AgentLog } from '../../foundation/agent-log';
import { silentLog } from '../../foundation/agent-log';
import { ApiError } from '../../cluster/api-error';
import { fixtureHosts } from '../../../test/fixture-hosts';
import { observeHost } from '../../observation/observe-host';
import { fixtureProfiles } from '../../../test/fixture-profiles';
import type { FilledNodeReport, NodeReportInput } from '../node-report';
import { WordsOfDefinitions } from './words-of-definitions';

const refusal = (...fields: readonly string[]): ApiError =>
  new ApiError(
    422,
    'invalid',
    undefined,
    fields.map((field) => ({ reason: 'FieldValueNotSupported', field })),
  );

describe('words that the definitions lack', () => {
  let input: NodeReportInput;
  let now = 0;
  const logged: string[] = [];
  const log: AgentLog = { ...silentLog, warn: (fields) => logged.push(JSON.stringify(fields)) };
  const make = () => new WordsOfDefinitions(log, () => now);
  /** Writes once; the API refuses as long as `refuse` says so. Resolves to what was tried. */
  const write = async (words: WordsOfDefinitions, refuse: (report: FilledNodeReport) => ApiError | undefined) => {
    const tried: FilledNodeReport[] = [];
    await words.write(words.report(input), input, (report) => {
      tried.push(report);
      const error = refuse(report);
      return error === undefined ? Promise.resolve() : Promise.reject(error);
    });
    return tried;
  };
  const lacksLockdown = ({ status }: FilledNodeReport) =>
    'lockdown' in status.facts ? refusal('status.facts.lockdown') : undefined;

  beforeAll(async () => {
    const { root } = fixtureHosts.find(({ name }) => name === 'rhel-9.4-firewalld')!;
    const seen = await observeHost({ hostRoot: root, profile: fixtureProfiles.default });
    input = {
      ...seen,
      nodeName: 'a',
      agentVersion: '1',
      observedAt: '2026-01-01T00:00:00Z',
      reportIntervalSeconds: 900,
    };
  });
  beforeEach(() => {
    now = 0;
    logged.length = 0;
  });

  it('are left out at once, and from the beginning of the next report', async () => {
    const words = make();

    expect(await write(words, lacksLockdown)).toHaveLength(2);
    expect(await write(words, lacksLockdown)).toHaveLength(1);
    expect(words.report(input).status.facts).not.toHaveProperty('lockdown');
    expect(logged).toEqual(['{"leftOut":"fact lockdown"}']);
  });

  it('are left out where they are of a prediction, and the finding stays as it is', async () => {
    const prediction = { guide: 'firewalld', verdict: 'Pass', reason: 'FirewalldOff' } as const;
    input = { ...input, predictions: new Map([['firewalld-disabled', prediction]]) };
    const words = make();
    const tried = await write(words, ({ status: { findings } }) => {
      const at = findings.findIndex((finding) => finding.prediction !== undefined);
      return at < 0 ? undefined : refusal(`status.findings[${String(at)}].prediction.verdict`);
    });
    const of = (report?: FilledNodeReport) =>
      report?.status.findings.find(({ requirement }) => requirement === 'firewalld-disabled');

    expect(of(tried[0])).toMatchObject({ verdict: 'Fail', prediction });
    expect(of(tried[1])).toMatchObject({ verdict: 'Fail', reason: 'FirewalldActive' });
    expect(of(tried[1])).not.toHaveProperty('prediction');
    expect(logged).toEqual(['{"leftOut":"prediction firewalld-disabled"}']);
  });

  it('are tried again after an hour, and told of once', async () => {
    const words = make();
    await write(words, lacksLockdown);
    now = 3_600_000;
    expect(await write(words, lacksLockdown)).toHaveLength(2);
    expect(logged).toHaveLength(1);
    now += 3_600_000;
    expect(await write(words, () => undefined)).toHaveLength(1);
    expect(words.report(input).status.facts).toHaveProperty('lockdown');
  });

  it('are found one after the other, where the API does not tell of all at once', async () => {
    const tried = await write(
      make(),
      ({ status: { facts } }) =>
        ['lockdown', 'services', 'listeners'].flatMap((name) =>
          name in facts ? [refusal(`status.facts.${name}.x`)] : [],
        )[0],
    );

    expect(tried).toHaveLength(4);
  });

  it.each<[string, ApiError]>([
    [
      'something else is wrong as well',
      new ApiError(422, '', undefined, [
        { reason: 'FieldValueNotSupported', field: 'status.facts.lockdown' },
        { reason: 'FieldValueInvalid', field: 'status.agentVersion' },
      ]),
    ],
    ['the report cannot do without it', refusal('status.profile.dataplane.value')],
    ['the API tells of no place', new ApiError(422, '')],
    ['it is refused though it is not there', refusal('status.findings[999].verdict')],
    [
      'it is no refusal of a word',
      new ApiError(403, '', undefined, [{ reason: 'FieldValueNotSupported', field: 'status.facts.lockdown' }]),
    ],
  ])('are not left out where %s', async (_what, error) => {
    await expect(write(make(), () => error)).rejects.toBe(error);
  });

  it('do not make it write for ever where leaving them out does not help', async () => {
    const error = refusal('status.facts.lockdown');

    await expect(write(make(), () => error)).rejects.toBe(error);
  });

  it('are told apart: a verdict, a gap and a condition', async () => {
    const words = make();
    let refused = false;
    await write(words, ({ status }) => {
      if (refused) return undefined;
      refused = true;
      expect(status.findings[1]?.verdict).not.toBe('Unknown');
      return refusal('status.findings[1].verdict', 'status.conditions[1].type');
    });
    const { status } = words.report(input);

    expect(status.findings[1]).toMatchObject({ verdict: 'Unknown', reason: 'EvidenceUnsupported' });
    expect(status.conditions.map(({ type }) => type)).toEqual(['Ready', 'Reporting']);
    expect(status.compact).toBeDefined();
  });
});
