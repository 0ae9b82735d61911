import { applyCommand, deleteCommand } from './machine-config';
import { shellWord } from './shell-word';

describe('a word of a shell', () => {
  it.each([
    ['99-worker-calico-firewalld', '99-worker-calico-firewalld'],
    ['a.b_c', 'a.b_c'],
    ['', "''"],
    ['-rf', "'-rf'"],
    ['a b', "'a b'"],
    ['$(reboot)', "'$(reboot)'"],
    ["it's", String.raw`'it'\''s'`],
    ['a\nb', "'a\nb'"],
  ])('of %j is %s', (text, word) => expect(shellWord(text)).toBe(word));

  it('is what the name of a pool is in a command', () => {
    expect(applyCommand('worker', 'firewalld')).toBe('oc apply -f 99-worker-calico-firewalld.yaml');
    expect(applyCommand('x; reboot #', 'firewalld')).toBe("oc apply -f '99-x; reboot #-calico-firewalld.yaml'");
    expect(deleteCommand('$(reboot)', 'firewalld')).toBe("oc delete machineconfig '99-$(reboot)-calico-firewalld'");
  });
});
