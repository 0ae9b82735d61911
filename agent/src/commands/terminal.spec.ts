import { printStyleFor } from './terminal';

describe('printStyleFor', () => {
  it.each([
    [
      'a colour terminal',
      { isTerminal: true, columns: 120, environment: { LANG: 'en_GB.UTF-8', TERM: 'xterm' } },
      { width: 120, colour: true, unicode: true },
    ],
    [
      'a pipe, even in CI that asks for colour',
      { isTerminal: false, environment: { LANG: 'C.utf8', CI: 'true', FORCE_COLOR: '1' } },
      { width: 100, colour: false, unicode: true },
    ],
    [
      'a terminal with NO_COLOR',
      { isTerminal: true, columns: 90, environment: { LANG: 'C.UTF-8', NO_COLOR: '1' } },
      { width: 90, colour: false, unicode: true },
    ],
    [
      'a terminal with an empty NO_COLOR',
      { isTerminal: true, columns: 90, environment: { NO_COLOR: '' } },
      { width: 90, colour: true, unicode: false },
    ],
    [
      'a dumb terminal',
      { isTerminal: true, columns: 90, environment: { TERM: 'dumb' } },
      { width: 90, colour: false, unicode: false },
    ],
    [
      'a terminal that does not tell its width',
      { isTerminal: true, columns: 0, environment: {} },
      { width: 80, colour: true, unicode: false },
    ],
    [
      'a very wide terminal',
      { isTerminal: true, columns: 400, environment: {} },
      { width: 160, colour: true, unicode: false },
    ],
    [
      'LC_ALL over LANG',
      { isTerminal: false, environment: { LC_ALL: 'C', LANG: 'en_GB.UTF-8' } },
      { width: 100, colour: false, unicode: false },
    ],
  ])('suits %s', (_name, terminal, style) => {
    expect(printStyleFor(terminal)).toEqual(style);
  });
});
