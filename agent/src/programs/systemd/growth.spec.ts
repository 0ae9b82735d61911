import { growthOf, linear } from '../../../test/growth/growth';
import { parseServiceSection } from '../../parsers/systemd-service';
import { ruleCommandOf } from './rule-commands';
import { environmentFilesOf, serviceEnvironment } from './service-environment';
import { startCommands } from './service-lines';
import { unitOfControlGroups } from './unit-of-control-group';

describe('the steps that tell what a service does', () => {
  it.each<readonly [string, (size: number) => unknown]>([
    [
      'commands of a service',
      (size) =>
        startCommands(parseServiceSection(`[Service]\n${'ExecStart=/bin/a b\n'.repeat(size)}`)).map((command) =>
          ruleCommandOf(command),
        ),
    ],
    ['options of a shell', (size) => ruleCommandOf(['sh', `-${'c'.repeat(size)}!`, 'nft -f a'])],
    ['options of nft', (size) => ruleCommandOf(['nft', `-${'f'.repeat(size)}\n`])],
    ['options of iptables-restore', (size) => ruleCommandOf(['iptables-restore', `-${'t'.repeat(size)}!`])],
    ['wrappers', (size) => ruleCommandOf([...Array<string>(size).fill('env'), '/sbin/nft', '-f', 'a'])],
    ['commands of a script', (size) => ruleCommandOf(['sh', '-c', 'a b; '.repeat(size)])],
    [
      'environment',
      (size) =>
        serviceEnvironment(
          parseServiceSection(`[Service]\n${'Environment=A=b\nUnsetEnvironment=A\n'.repeat(size)}`),
          [],
        ),
    ],
    [
      'files of an environment',
      (size) => environmentFilesOf(parseServiceSection(`[Service]\n${'EnvironmentFile=-/a\n'.repeat(size)}`)),
    ],
    [
      'control groups',
      (size) => unitOfControlGroups([{ hierarchy: '', path: `/${'a.slice/'.repeat(size)}b.service` }]),
    ],
  ])('grow no faster than what they are given: %s', (_, call) => {
    expect(growthOf(call, 300)).toBeLessThan(linear);
  });
});
