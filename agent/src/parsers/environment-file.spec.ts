import { parseEnvironmentFile } from './environment-file';

describe('a file of assignments for a service', () => {
  it.each<[string, string, readonly (readonly [string, string])[]]>([
    [
      'has one a line',
      'A=b\nC=d e\n',
      [
        ['A', 'b'],
        ['C', 'd e'],
      ],
    ],
    [
      'has values in quotes',
      `A="b c"\nB='d\\e'\nC=f"g"h\n`,
      [
        ['A', 'b c'],
        ['B', 'd\\e'],
        ['C', 'fgh'],
      ],
    ],
    ['has comments', '# A=b\n; C=d\nE=f\n', [['E', 'f']]],
    ['has blanks around', '  A = b \r\n', [['A', 'b']]],
    [
      'has continued lines',
      'A=b\\\nc\nD=e\\',
      [
        ['A', 'bc'],
        ['D', 'e'],
      ],
    ],
    [
      'has empty values',
      'A=\nB=""\n',
      [
        ['A', ''],
        ['B', ''],
      ],
    ],
    ['has lines that are no assignments', 'A\n=b\n1A=b\nexport C=d\nE=f', [['E', 'f']]],
  ])('%s', (_, text, assignments) => {
    expect(parseEnvironmentFile(text)).toEqual(assignments);
  });
});
