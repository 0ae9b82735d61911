import { consoleProfiles } from '../console-profiles';
import { consoleBenchOptions, OptionError } from './options';

describe('the command line of the bench of the console pages', () => {
  it('measures three sizes in every console unless told otherwise', () => {
    expect(consoleBenchOptions([])).toEqual({
      nodes: [100, 2000, 5000],
      consoles: consoleProfiles,
      runs: 3,
      record: false,
    });
  });

  it('takes parts', () => {
    expect(consoleBenchOptions(['--nodes', '5000,100,5000', '--console', '4.19', '--runs', '5', '--record'])).toEqual({
      nodes: [5000, 100],
      consoles: ['4.19'],
      runs: 5,
      record: true,
    });
  });

  it('takes a real console, with its release and the size of the fleet behind it', () => {
    const words = ['--real-console', 'http://127.0.0.1:9000/x', '--console', '4.22', '--nodes', '5000'];
    expect(consoleBenchOptions(words)).toMatchObject({
      nodes: [5000],
      consoles: ['4.22'],
      real: { origin: 'http://127.0.0.1:9000', changes: undefined },
    });
    const changes = consoleBenchOptions([...words, '--changes', 'http://127.0.0.1:9022'])?.real?.changes;
    expect(changes).toBe('http://127.0.0.1:9022');
  });

  it('gives help', () => {
    expect(consoleBenchOptions(['--help'])).toBeUndefined();
  });

  it.each([
    [['5000'], '5000'],
    [['--nodes', '0'], '--nodes: "0" is not a number from 1 to 10000'],
    [['--nodes', '100,'], '--nodes: "" is not'],
    [['--nodes', '1e3'], '--nodes: "1e3" is not'],
    [['--nodes', '10001'], '--nodes: "10001" is not'],
    [['--console', '4.20'], '--console: "4.20" is none of 4.22, 4.19'],
    [['--runs', '0'], '--runs: "0" is not a number from 1 to 50'],
    [['--runs'], '--runs'],
    [['--real-console', 'http://[::1]:9000'], '--real-console: give --nodes exactly one value'],
    [['--real-console', 'http://[::1]:9000', '--nodes', '5000'], '--real-console: give --console exactly one value'],
    [['--real-console', 'localhost:9000', '--nodes', '5', '--console', '4.22'], '"localhost:9000" is not an address'],
    [['--frobnicate'], '--frobnicate'],
  ])('refuses %j and says why', (words, reason) => {
    expect(() => consoleBenchOptions(words)).toThrow(OptionError);
    expect(() => consoleBenchOptions(words)).toThrow(reason);
  });
});
