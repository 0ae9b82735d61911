import fc from 'fast-check';
import { recordedVersions } from '../../test/recorded-versions';
import { catalogueKey } from './catalogue-key';
import { readCompactLine } from './compact-line';

const recorded = recordedVersions().flatMap(({ version, reports }) =>
  reports.map(({ metadata, status }) => ({ title: `${metadata.name} of ${version}`, status })),
);
const keyOf = (line: string | undefined): string => line?.split(' ')[1] ?? '';

describe('the compact line of another version', () => {
  it.each(recorded)('says what the report says, or has the whole of it read: $title', ({ status }) => {
    const read = readCompactLine(status.compact);

    expect(read === undefined).toBe(keyOf(status.compact) !== catalogueKey);
    if (read === undefined) return;
    const verdicts = [
      ...status.findings.map(({ requirement, verdict, reason }) => [requirement, verdict, reason]),
      ...(status.notApplicable ?? []).map((id) => [id, 'NotApplicable', 'NotApplicable']),
    ];
    expect(read.verdict).toBe(status.verdict);
    expect(read.findings.map(({ requirement, verdict, reason }) => [requirement, verdict, reason]).sort()).toEqual(
      verdicts.sort(),
    );
    expect(read).toMatchObject({ nodeUID: status.nodeUID, reportIntervalSeconds: status.reportIntervalSeconds });
  });

  it('is not read where its format or its catalogue is another, whatever follows', () => {
    const [, , ...rest] = recorded[0]?.status.compact?.split(' ') ?? [];
    const key = fc.string({ minLength: 1 }).filter((text) => !text.includes(' '));
    fc.assert(
      fc.property(key, key, fc.string(), (format, catalogue, more) => {
        fc.pre(format !== '1' || catalogue !== catalogueKey);
        expect(readCompactLine([format, catalogue, ...rest, more].join(' '))).toBeUndefined();
      }),
    );
  });

  it('is read with fields that were appended, and not with a letter that nobody knows', () => {
    const line = ['1', catalogueKey, ...(recorded[0]?.status.compact?.split(' ').slice(2) ?? [])].join(' ');
    const read = readCompactLine(line);
    const fields = fc.array(fc.stringMatching(/^[!-~]{1,20}$/), { maxLength: 10 });

    fc.assert(
      fc.property(fields, (more) => {
        expect(readCompactLine([line, ...more].join(' '))).toEqual(read);
      }),
    );
    expect(readCompactLine(line.replace('P', 'Q'))).toBeUndefined();
  });
});
