import { createHost } from '../../src/host/create-host';
import { kernelModulesProbe } from '../../src/probes/kernel-modules/kernel-modules';
import { deeds, preparationOf, translatedDeeds } from './calico-deeds';
import { runReferenceProgram } from '../reference-programs';

const usable = ['loaded', 'built-in', 'loadable'];

const statesHere = (async (): Promise<Readonly<Record<string, string | undefined>>> => {
  const { kernelModules } = await kernelModulesProbe.gather(await createHost({ root: '/' }));
  return kernelModules.status === 'observed' ? kernelModules.value : {};
})();

/** Runs a command in a network namespace of its own, which is gone with the command. */
function runAlone(command: string): { readonly works: boolean; readonly errors: string } {
  const lines = ['set -e', 'mount -t tmpfs none /run', ...preparationOf(command), command];
  const { status, errors } = runReferenceProgram('unshare', ['--net', '--mount', 'sh'], `${lines.join('\n')}\n`);
  return { works: status === 0, errors };
}

async function judge(
  command: string,
  modules: readonly string[],
): Promise<{ readonly available: boolean; readonly works: boolean; readonly why: string }> {
  const states = await statesHere;
  const available = modules.every((name) => usable.includes(states[name] ?? ''));
  const { works, errors } = runAlone(command);
  return {
    available,
    works,
    why: `${modules.map((name) => `${name}: ${states[name] ?? 'not named'}`).join(', ')}; ${errors}`,
  };
}

describe('the kernel of this machine', () => {
  it.each(deeds)('does what we say it can, and nothing else: %s', async (command, ...modules) => {
    const { available, works, why } = await judge(command, modules);
    expect(works, why).toBe(available);
  });

  it.each(translatedDeeds)('does what we say it can: %s', async (command, ...modules) => {
    const { available, works, why } = await judge(command, modules);
    expect(works || !available, why).toBe(true);
  });

  it('is known in full, so that nothing above passes for want of knowledge', async () => {
    const states = await statesHere;
    const asked = new Set([...deeds, ...translatedDeeds].flatMap(([, ...modules]) => modules));
    expect([...asked].filter((name) => states[name] === undefined || states[name] === 'unknown')).toEqual([]);
  });
});
