import fc from 'fast-check';
import { nodeVerdicts } from '../model/finding';
import type { Verdict } from '../model/finding';
import { catalogueKey, placedRequirements } from './catalogue-key';
import { longestCompactLine, readCompactLine, writeCompactLine } from './compact-line';
import type { CompactFinding, CompactReport } from './compact-report';

const without = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T;
const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });
const text = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.constantFrom('', '-', '%', '%2D', 'a b', 'a,b;c'),
);
const seconds = fc.nat({ max: 2 ** 31 });

/** A finding of the requirement at a place, or nothing. */
const findingAt = ({ id, reasons }: (typeof placedRequirements)[number]): fc.Arbitrary<CompactFinding | undefined> =>
  fc.oneof(
    fc.constant(undefined),
    fc.constant({ requirement: id, verdict: 'NotApplicable' as const, reason: 'NotApplicable' }),
    fc
      .record({
        requirement: fc.constant(id),
        verdict: fc.constantFrom<Verdict>('Pass', 'Warn', 'Fail', 'Unknown'),
        reason: fc.constantFrom(...reasons),
        since: optional(seconds),
      })
      .map(without),
  );

const report: fc.Arbitrary<CompactReport> = fc
  .record({
    verdict: fc.constantFrom(...nodeVerdicts),
    findings: fc.tuple(...placedRequirements.map(findingAt)).map((list) => list.filter((one) => one !== undefined)),
    nodeUID: optional(fc.uuid()),
    reportIntervalSeconds: fc.integer({ min: 10, max: 86_400 }),
    profileMark: text,
    operatingSystem: optional(
      fc
        .record({
          id: text,
          versionId: optional(text),
          idLike: optional(fc.array(text, { maxLength: 8 })),
          variantId: optional(text),
          rhelVersion: optional(text),
          openshiftVersion: optional(text),
        })
        .map(without),
    ),
    architecture: optional(text),
  })
  .map(without);

const plain: CompactReport = {
  verdict: 'NotReady',
  findings: [
    { requirement: 'kernel-version-supported', verdict: 'Pass', reason: placedRequirements[1]!.reasons[0]! },
    { requirement: 'firewalld-disabled', verdict: 'Fail', reason: 'FirewalldActive', since: 1_767_225_600 },
    { requirement: 'ipv6-available', verdict: 'NotApplicable', reason: 'NotApplicable' },
  ],
  nodeUID: 'uid-1',
  reportIntervalSeconds: 900,
  profileMark: 'abc',
  operatingSystem: { id: 'rhel', versionId: '9.6', idLike: ['fedora'], variantId: 'coreos' },
  architecture: 'x86_64',
};
const line = writeCompactLine(plain)!;
const changed = (field: number, value: string): string =>
  line
    .split(' ')
    .map((old, index) => (index === field ? value : old))
    .join(' ');

describe('a compact line', () => {
  it('gives back what was written', () => {
    fc.assert(
      fc.property(report, (written) => {
        const written1 = writeCompactLine(written);
        // Only a hostile host has texts of such lengths.
        if (written1 === undefined) return;
        expect(written1.length).toBeLessThanOrEqual(longestCompactLine);
        expect(written1).toMatch(/^[!-~]+( [!-~]+)*$/);
        expect(readCompactLine(written1)).toEqual(written);
      }),
    );
  });

  it('of any text is read without throwing, and only what would be written so is', () => {
    const fields = line.split(' ');
    const spoiled = fc
      .tuple(fc.nat({ max: fields.length - 1 }), fc.oneof(text, fc.string({ unit: 'binary', maxLength: 80 })))
      .map(([field, value]) => changed(field, value));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), spoiled), (any) => {
        const read = readCompactLine(any);
        if (read !== undefined) expect(any.startsWith(writeCompactLine(read)!)).toBe(true);
      }),
    );
  });

  it.each<[string, unknown]>([
    ['no text', 1],
    ['nothing', undefined],
    ['another format', changed(0, '2')],
    ['another catalogue', changed(1, `${catalogueKey}x`)],
    ['no verdict of a node', changed(2, 'X')],
    ['a verdict too few', changed(3, line.split(' ')[3]!.slice(1))],
    ['a verdict that is none', changed(3, `X${line.split(' ')[3]!.slice(1)}`)],
    ['a reason too few', changed(4, '0')],
    ['a reason too many', changed(4, '0000')],
    ['a reason that the requirement has not', changed(4, '0z')],
    ['a time without places', changed(5, 'abc:')],
    ['a time for what passes twice', changed(5, 'abc:0101')],
    ['times that do not ascend', changed(5, 'b:01,a:08')],
    ['places of a time that do not ascend', changed(5, 'abc:0801')],
    ['a time for what is not reported', changed(5, 'abc:00')],
    ['an interval with a leading zero', changed(7, '0p0')],
    ['half an escape', changed(8, '%2')],
    ['a system without an id', changed(9, '-,-,-,-,-,-')],
    ['a system with a field too many', changed(9, 'rhel,-,-,-,-,-,-')],
    ['a field too few', line.split(' ').slice(0, -1).join(' ')],
    ['a line beyond its bound', `${line} ${'x'.repeat(longestCompactLine)}`],
  ])('is not read from %s', (_what, any) => {
    expect(readCompactLine(any)).toBeUndefined();
  });

  it('is read with fields of a later agent behind its own', () => {
    expect(readCompactLine(`${line} more`)).toEqual(plain);
  });

  it('is not written for a finding or a reason of another catalogue, or for one requirement twice', () => {
    const [finding] = plain.findings;
    for (const findings of [
      [{ ...finding!, requirement: 'later-requirement' }],
      [{ ...finding!, reason: 'LaterReason' }],
      [finding!, finding!],
    ])
      expect(writeCompactLine({ ...plain, findings })).toBeUndefined();
  });

  it('is not written beyond its bound', () => {
    expect(writeCompactLine({ ...plain, architecture: 'x'.repeat(longestCompactLine) })).toBeUndefined();
  });

  it('has a character for every reason of a requirement', () => {
    expect(Math.max(...placedRequirements.map(({ reasons }) => reasons.length))).toBeLessThanOrEqual(36);
  });
});
