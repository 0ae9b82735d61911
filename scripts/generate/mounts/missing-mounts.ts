import { cpSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { HostFacts } from '@calico-readiness/requirements';
import type { Observation } from '../../../agent/src/observation/observe-host';
import { observeHost } from '../../../agent/src/observation/observe-host';
import { fixtureHosts } from '../../../agent/test/fixture-hosts';
import { fixtureProfiles } from '../../../agent/test/fixture-profiles';
import type { HostMount } from './pod-layout';
import { PodLayout } from './pod-layout';

/** What is not known any more without a mount, on one of the hosts. */
export interface Loss {
  readonly mount: HostMount;
  readonly facts: readonly string[];
  readonly requirements: readonly string[];
  /** Requirements with another verdict that is not Unknown: there should be none. */
  readonly misjudged: readonly string[];
}

/** A node of OpenShift, one of RHEL with firewalld, and two whose `/bin`, `/sbin` and `/lib` are links and are none. */
const hosts = ['rhcos-4.20', 'rhel-9.4-firewalld', 'debian-12-amd64-networkmanager'];
const split = 'debian-12-amd64-networkmanager';

/** Takes each mount away from each host. */
export async function lossesWithout(mounts: readonly HostMount[]): Promise<readonly Loss[]> {
  const perHost = [
    ...(await Promise.all(hosts.map((name) => lossesOf(rootOf(name), mounts)))),
    await withSplitUsr(rootOf(split), (root) => lossesOf(root, mounts)),
  ];
  return mounts.map((mount, index) => {
    const losses = perHost.flatMap((host) => host[index] ?? []);
    const all = (of: (loss: Loss) => readonly string[]): readonly string[] => [...new Set(losses.flatMap(of))];
    return {
      mount,
      facts: all(({ facts }) => facts),
      requirements: all(({ requirements }) => requirements),
      misjudged: all(({ misjudged }) => misjudged),
    };
  });
}

function rootOf(name: string): string {
  const host = fixtureHosts.find((candidate) => candidate.name === name);
  if (host === undefined) throw new Error(`There is no fixture host ${name}`);
  return host.root;
}

/** Calls with a copy in which the directories of `/usr` that a merged system links to lie in the root instead. */
async function withSplitUsr<T>(hostRoot: string, use: (root: string) => Promise<T>): Promise<T> {
  const root = mkdtempSync(path.join(tmpdir(), 'split-usr-'));
  try {
    cpSync(hostRoot, root, { recursive: true, verbatimSymlinks: true });
    for (const name of ['bin', 'sbin', 'lib']) {
      rmSync(path.join(root, name), { force: true });
      renameSync(path.join(root, 'usr', name), path.join(root, name));
    }
    return await use(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

async function lossesOf(hostRoot: string, mounts: readonly HostMount[]): Promise<readonly Loss[]> {
  const layout = new PodLayout(hostRoot, mounts);
  const look = (): Promise<Observation> =>
    observeHost({ hostRoot: layout.root, profile: fixtureProfiles['all features'] });
  try {
    const whole = await look();
    const losses: Loss[] = [];
    for (const mount of mounts) losses.push(lossOf(mount, whole, await layout.without(mount, look)));
    return losses;
  } finally {
    layout.remove();
  }
}

function lossOf(mount: HostMount, whole: Observation, less: Observation): Loss {
  const changed = whole.findings.flatMap(({ requirement, verdict }, index) => {
    const now = less.findings[index]?.verdict;
    return now === verdict ? [] : [{ requirement, now }];
  });
  return {
    mount,
    facts: factNames(whole.facts).filter((name) => isObserved(whole.facts, name) && !isObserved(less.facts, name)),
    requirements: changed.filter(({ now }) => now === 'Unknown').map(({ requirement }) => requirement),
    misjudged: changed.filter(({ now }) => now !== 'Unknown').map(({ requirement }) => requirement),
  };
}

const factNames = (facts: HostFacts): readonly (keyof HostFacts)[] => Object.keys(facts) as (keyof HostFacts)[];
const isObserved = (facts: HostFacts, name: keyof HostFacts): boolean => facts[name].status === 'observed';
