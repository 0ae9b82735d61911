import { hostFactNames, notTested, observed, testedFactNames, unavailable } from '@calico-readiness/requirements';
import type { Host } from '../host/host';
import type { ProbeRun } from './gather-facts';
import { gatherFacts } from './gather-facts';
import { removeTemporaryHosts, temporaryHost } from '../../test/temporary-host';
import { probes } from '../probes';
import type { AnyProbe } from '../probes/probe';

afterEach(removeTemporaryHosts);

const good: AnyProbe = {
  name: 'good',
  facts: ['architecture'],
  gather: () => Promise.resolve({ architecture: observed('s390x', 'test') }),
};
const throwing: AnyProbe = {
  name: 'throwing',
  facts: ['listeners', 'lockdown'],
  gather: () => {
    throw new Error('broken');
  },
};
const rejecting: AnyProbe = {
  name: 'rejecting',
  facts: ['services'],
  gather: () => Promise.reject(new Error('also broken')),
};
const slow: AnyProbe = {
  name: 'slow',
  facts: ['kernelModules', 'modprobePath'],
  gather: () => new Promise(() => undefined),
};
const silent: AnyProbe = { name: 'silent', facts: ['ipv6Enabled'], gather: () => Promise.resolve({}) };
const greedy: AnyProbe = {
  name: 'greedy',
  facts: ['kernelRelease'],
  gather: () => Promise.resolve({ kernelRelease: observed('6.1', 'test'), architecture: observed('wrong', 'test') }),
};

describe('gatherFacts', () => {
  it('keeps what goes wrong in one probe from the facts of the others', async () => {
    const host = temporaryHost({});

    const facts = await gatherFacts(host, { timeLimit: 20, probes: [good, throwing, rejecting, slow, silent, greedy] });

    const late = unavailable('timed-out', 'slow', 'took longer than 20 ms');
    const broken = unavailable('failed', 'throwing', 'broken');
    expect(facts).toMatchObject({
      architecture: observed('s390x', 'test'),
      kernelRelease: observed('6.1', 'test'),
      listeners: broken,
      lockdown: broken,
      services: unavailable('failed', 'rejecting', 'also broken'),
      kernelModules: late,
      modprobePath: late,
      ipv6Enabled: unavailable('failed', 'silent', 'the probe returned nothing'),
      capabilities: unavailable('unsupported', '', 'no probe looks for capabilities'),
    });
  });

  it('runs only the probes that gather a fact that is wanted', async () => {
    const facts = await gatherFacts(temporaryHost({}), { probes: [good, greedy], wanted: new Set(['architecture']) });

    expect(facts.architecture).toEqual(observed('s390x', 'test'));
    expect(facts.kernelRelease).toEqual(unavailable('unsupported', '', 'no probe looks for kernelRelease'));
  });

  it('tells how each probe ended and how long it took', async () => {
    const runs: ProbeRun[] = [];
    const probeEnded = (run: ProbeRun) => runs.push(run);

    await gatherFacts(temporaryHost({}), { timeLimit: 20, probes: [good, throwing, slow], probeEnded });

    expect(Object.fromEntries(runs.map(({ probe, outcome }) => [probe, outcome]))).toEqual({
      good: 'done',
      throwing: 'failed',
      slow: 'timed-out',
    });
    expect(runs.find(({ probe }) => probe === 'slow')?.milliseconds).toBeGreaterThanOrEqual(19);
  });

  const restless = (): { readonly probe: AnyProbe; readonly asked: () => number } => {
    let asked = 0;
    const gather = async ({ files }: Host): Promise<never> => {
      // Nothing of this ever waits: without a turn for others no time limit would be noticed.
      for (;;) {
        asked += 1;
        await files.kind('etc');
      }
    };
    return { probe: { name: 'restless', facts: ['services'], gather }, asked: () => asked };
  };

  it('stops a probe that is late, which asks nothing any more', async () => {
    const { probe, asked } = restless();
    const facts = await gatherFacts(temporaryHost({ 'etc/': '' }), { timeLimit: 50, probes: [probe, good] });
    expect(facts.services).toEqual(unavailable('timed-out', 'restless', 'took longer than 50 ms'));
    expect(facts.architecture).toEqual(observed('s390x', 'test'));
    const before = asked();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(asked()).toBe(before);
  });

  it('stops every probe when it is told to', async () => {
    const { probe, asked } = restless();
    const ending = new AbortController();
    const gathered = gatherFacts(temporaryHost({ 'etc/': '' }), { probes: [probe, slow], signal: ending.signal });
    setTimeout(() => {
      ending.abort();
    }, 20);
    const facts = await gathered;
    expect(facts.services).toEqual(unavailable('timed-out', 'restless', 'was ended'));
    expect(facts.kernelModules).toEqual(unavailable('timed-out', 'slow', 'was ended'));
    const before = asked();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(asked()).toBe(before);
    expect((await gatherFacts(temporaryHost({}), { probes: [slow], signal: ending.signal })).kernelModules).toEqual(
      unavailable('timed-out', 'slow', 'was ended'),
    );
  });

  it('has every fact, in the order of reports', async () => {
    expect(Object.keys(await gatherFacts(temporaryHost({})))).toEqual([...hostFactNames]);
  });

  it('observes nothing in an empty root but that there is nothing', async () => {
    const facts = await gatherFacts(temporaryHost({}));
    const seen = hostFactNames.filter((name) => facts[name].status === 'observed');
    // These list their subjects, each with the state unknown.
    expect(
      seen.filter((name) => !['kernelModules', 'moduleLoading', 'networkManager', 'services'].includes(name)),
    ).toEqual([]);
  });

  it('looks at this very machine without a failure', async () => {
    const { createHost } = await import('../host/create-host');
    const facts = await gatherFacts(await createHost());
    const broken = hostFactNames
      .map((name) => facts[name])
      .filter((fact) => fact.status === 'unavailable' && fact.reason === 'failed');
    expect(broken).toEqual([]);
    expect(facts.kernelRelease.status).toBe('observed');
  });
});

describe('what only traffic shows', () => {
  const access = { testedAt: 1, ways: [], serversListed: false, calico: 'unknown' } as const;

  it('is not tested where nobody hands it over, and what was tested where somebody does', async () => {
    const nothing = await gatherFacts(temporaryHost({}), { probes: [] });
    expect([nothing.flowTests, nothing.apiAccess]).toEqual([notTested('agent'), notTested('agent')]);

    const apiAccess = observed(access, 'API');
    const tested = await gatherFacts(temporaryHost({}), { probes: [], tested: { apiAccess } });
    expect([tested.flowTests, tested.apiAccess]).toEqual([notTested('agent'), apiAccess]);
  });
});

describe('the list of probes', () => {
  it('gathers every fact exactly once, but for those that only traffic shows', () => {
    const gathered: readonly string[] = probes.flatMap((probe) => probe.facts);
    const shown = hostFactNames.filter((name) => !testedFactNames.some((tested) => tested === name));
    const missing = shown.filter((name) => !gathered.includes(name));
    expect(missing, 'add a probe to the list in agent/src/probes/index.ts').toEqual([]);
    expect([...gathered].sort()).toEqual([...shown].sort());
  });
});
