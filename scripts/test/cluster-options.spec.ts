import { ClusterOptionError, clusterOptions } from './cluster-options';

const known = ['1.32', '1.33', '1.36'];

describe('the command line of the tests against a Kubernetes API', () => {
  it.each([
    [[], { versions: [], words: [] }],
    [['tables'], { versions: [], words: ['tables'] }],
    [['--versions', 'all'], { versions: known, words: [] }],
    [['--versions', '1.36,1.32', 'tables', '-t', 'x'], { versions: ['1.36', '1.32'], words: ['tables', '-t', 'x'] }],
    [['tables', '--versions', '1.33'], { versions: ['1.33'], words: ['tables'] }],
  ])('%j', (parameters, expected) => {
    expect(clusterOptions(parameters, known)).toEqual(expected);
  });

  it.each([
    [['--versions'], '--versions names no version'],
    [['--versions', '1.31,1.32'], '--versions: there is no 1.31, but 1.32, 1.33, 1.36'],
  ])('refuses %j', (parameters, message) => {
    expect(() => clusterOptions(parameters, known)).toThrow(new ClusterOptionError(message));
  });
});
