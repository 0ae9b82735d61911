import { parseInstallSection } from './install-section';

it('reads where a unit is linked, each name once, and forgets a list where a line is empty', () => {
  const text = [
    '[Unit]',
    'WantedBy=no.target',
    '[Install]',
    'WantedBy=a.target b.target',
    'WantedBy=a.target',
    'RequiredBy=old.target',
    'RequiredBy=',
    'RequiredBy=new.target',
    'UpheldBy=u.target',
    'Alias=x.service',
    'Also=y.socket',
  ].join('\n');
  expect(parseInstallSection(text)).toEqual({
    wantedBy: ['a.target', 'b.target'],
    requiredBy: ['new.target'],
    upheldBy: ['u.target'],
    aliases: ['x.service'],
    also: ['y.socket'],
  });
});
