import { parseServiceSection } from '../../parsers/systemd-service';
import { environmentFilesOf, serviceEnvironment } from './service-environment';

const lines = (text: string) => parseServiceSection(`[Service]\n${text}`);

describe('the environment of a service', () => {
  it.each<[string, string, Record<string, string>]>([
    ['has several assignments a line', 'Environment=A=b "C=d e" F=\n', { A: 'b', C: 'd e', F: '' }],
    ['has the later of two', 'Environment=A=b\nEnvironment=A=c\n', { A: 'c' }],
    ['starts anew behind an empty value', 'Environment=A=b\nEnvironment=\nEnvironment=C=d\n', { C: 'd' }],
    ['lacks what is unset by name', 'Environment=A=b C=d\nUnsetEnvironment=A\n', { C: 'd' }],
    ['lacks what is unset with that value', 'Environment=A=b C=d\nUnsetEnvironment=A=b C=x\n', { C: 'd' }],
    ['has no words without a sign', 'Environment=A "B\n', {}],
  ])('%s', (_, text, environment) => {
    expect(Object.fromEntries(serviceEnvironment(lines(text), []))).toEqual(environment);
  });

  it('has what its files say over what the unit says', () => {
    const environment = serviceEnvironment(lines('Environment=A=b C=d\nUnsetEnvironment=E\n'), [
      ['A', 'x'],
      ['E', 'y'],
    ]);
    expect(Object.fromEntries(environment)).toEqual({ A: 'x', C: 'd' });
  });

  it('names its files, in order', () => {
    const text = 'EnvironmentFile=/etc/a\nEnvironmentFile=\nEnvironmentFile=-/etc/b\nEnvironmentFile=c\n';
    expect(environmentFilesOf(lines(text))).toEqual(['etc/b']);
  });
});
