import { enforcesSignatures } from './signature-parameter';

describe('enforcesSignatures', () => {
  it.each([
    'ro module.sig_enforce=1 quiet',
    'module.sig_enforce',
    'module.sig-enforce=y',
    'module.sig_enforce=Y',
    'module.sig_enforce="1"',
    'module.sig_enforce=on',
    'module.sig_enforce=1 module.sig_enforce=0',
    'module.sig_enforce=1\n',
  ])('is on with %j', (text) => expect(enforcesSignatures(text)).toBe(true));

  it.each([
    '',
    'module.sig_enforce=0',
    'module.sig_enforce=',
    'module.sig_enforce=off',
    'xmodule.sig_enforce=1',
    'module.sig_enforced=1',
    'ro -- module.sig_enforce=1',
    'comment="module.sig_enforce=1"',
  ])('is not with %j', (text) => expect(enforcesSignatures(text)).toBe(false));
});
