import { observed } from '@calico-readiness/requirements';
import type { HostFiles } from '../../host/host-files';
import { filesWith } from '../../host/host-question';
import { removeTemporaryHosts, temporaryHost } from '../../../test/temporary-host';
import { readRunningModules, wordsOf } from './loaded-modules';

afterEach(removeTemporaryHosts);

const release = '6.1.0';
const kernel = { 'proc/sys/kernel/osrelease': `${release}\n` };
const module = (name: string, state: string): string => `${name} 16384 0 - ${state} 0x0\n`;

describe('the modules of the running kernel', () => {
  it('are asked for one after another, however many there are', async () => {
    let [now, most] = [0, 0];
    const counted = (files: HostFiles): HostFiles =>
      filesWith(async (_question, ask) => {
        most = Math.max(most, (now += 1));
        const fact = await ask();
        now -= 1;
        return fact;
      }, files);
    const names = Array.from({ length: 300 }, (_, index) => `m${String(index)}`);
    const states = Object.fromEntries(names.map((name) => [`sys/module/${name}/initstate`, 'live\n']));
    const host = temporaryHost({ ...kernel, ...states, 'proc/modules': '' }, { files: counted });
    const { live } = await readRunningModules(host, observed(release, 'test'));
    expect(live.size).toBe(300);
    expect(most).toBeLessThan(5);
  });

  it('are those that have a state; what has none is part of the image', async () => {
    const host = temporaryHost({
      ...kernel,
      'proc/modules': module('vxlan', 'Live'),
      'sys/module/vxlan/initstate': 'live\n',
      'sys/module/ip-set/initstate': 'live\n',
      'sys/module/veth/initstate': 'coming\n',
      'sys/module/tcp_cubic/parameters/fast_convergence': '1\n',
    });
    const { live, compiledIn } = await readRunningModules(host, observed(release, 'test'));
    expect([...live].sort()).toEqual(['ip_set', 'vxlan']);
    expect([...compiledIn]).toEqual(['tcp_cubic']);
  });

  it('are told in the same words in whatever order they were loaded, and in others when one more is', async () => {
    const words = async (...modules: readonly string[]): Promise<string> => {
      const host = temporaryHost({ ...kernel, 'proc/modules': modules.map((name) => module(name, 'Live')).join('') });
      return wordsOf(await readRunningModules(host, observed(release, 'test')));
    };
    expect(await words('vxlan', 'veth')).toBe(await words('veth', 'vxlan'));
    expect(await words('vxlan', 'veth')).not.toBe(await words('vxlan'));
  });
});
