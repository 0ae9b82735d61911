import { parseServiceSection } from '../../parsers/systemd-service';
import { dropInDirectories, templateOf } from './drop-in-directories';
import { startCommands } from './service-lines';

const commands = (...texts: readonly string[]) =>
  startCommands(texts.flatMap((text) => parseServiceSection(`[Service]\n${text}`)));

describe('the commands that start a service', () => {
  it('are those before, of and behind the start, and no others', () => {
    const text =
      'ExecStartPost=/c\nExecStart=/b 1 ; /b 2\nExecStartPre=-/a\nExecStop=/d\nExecReload=/e\nExecCondition=/f\n';
    expect(commands(text)).toEqual([['/a'], ['/b', '1'], ['/b', '2'], ['/c']]);
  });

  it('are taken back by an empty value of a drop-in, each list by itself', () => {
    expect(commands('ExecStartPre=/a\nExecStart=/b\n', 'ExecStart=\nExecStart=/c\n', 'ExecStart=/d\n')).toEqual([
      ['/a'],
      ['/c'],
      ['/d'],
    ]);
  });
});

describe('the drop-in directories of a unit', () => {
  it.each<[string, readonly string[]]>([
    ['a.service', ['a.service.d']],
    ['a-b-c.service', ['a-b-c.service.d', 'a-b-.service.d', 'a-.service.d']],
    ['a-b@x-y.service', ['a-b@x-y.service.d', 'a-b@.service.d', 'a-.service.d']],
    ['-.service', ['-.service.d']],
  ])('of %s are %j', (unit, directories) => {
    expect(dropInDirectories(unit)).toEqual(directories);
  });

  it.each([
    ['a@b.service', 'a@.service'],
    ['a@b@c.service', 'a@.service'],
    ['a@.service', undefined],
    ['a.service', undefined],
  ])('the template of %s is %s', (unit, template) => {
    expect(templateOf(unit)).toBe(template);
  });
});
