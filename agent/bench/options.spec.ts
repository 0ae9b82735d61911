import { benchOptions } from './options';

describe('the options of the bench', () => {
  it.each([
    [[], { parts: ['check', 'observation', 'sockets', 'probes', 'agent', 'evaluation'], minutes: 2 }],
    [['--steady'], { parts: ['agent', 'api'], minutes: 10 }],
    [['--steady', '--minutes', '3', '--record', 'after'], { parts: ['agent', 'api'], minutes: 3, record: 'after' }],
    [['--only', 'check,probes'], { parts: ['check', 'probes'], minutes: 2 }],
  ])('%j are understood', (words, options) => {
    expect(benchOptions(words)).toEqual(options);
  });

  it.each([
    [['--only', 'all'], 'all is none of check'],
    [['--record', 'now'], 'now is none of before, after'],
    [['--minutes', 'ten'], '--minutes is a number'],
    [['--minutes', '0'], '--minutes is a number'],
    [['--fast'], "Unknown option '--fast'"],
  ])('%j are refused', (words, message) => {
    expect(() => benchOptions(words)).toThrow(message);
  });
});
