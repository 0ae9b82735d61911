import { parseFermEnabled } from './default-ferm';

describe('/etc/default/ferm', () => {
  it.each([
    ['# ferm\nFAST="yes"\nCACHE="no"\nENABLED="no"\n', false],
    ['FAST=yes\nOPTIONS=\nENABLED="yes"\n', true],
    ['FAST=yes\n', null],
    ['ENABLED=$X\n', null],
  ])('%j switches ferm on: %j', (text, enabled) => {
    expect(parseFermEnabled(text)).toBe(enabled);
  });
});
