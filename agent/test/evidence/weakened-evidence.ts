import type { ClusterProfile, HostFacts } from '@calico-readiness/requirements';
import { evaluateNode, nodeVerdict } from '@calico-readiness/requirements';
import { createHostFiles } from '../../src/host/create-host-files';
import type { FileSystem } from '../../src/host/file-system';
import { gatherFacts } from '../../src/observation/gather-facts';
import { fixtureProfiles } from '../fixture-profiles';
import type { Damage } from './damaged-files';
import { canHave, damagedFiles } from './damaged-files';
import { rememberedFiles } from './remembered-files';

/** A finding that is another one once a path is damaged, or the node's verdict that is. */
export interface Change {
  readonly path: string;
  readonly damage: Damage;
  readonly profile: string;
  /** `node` for the node's verdict. */
  readonly requirement: string;
  readonly before: string;
  readonly after: string;
  readonly reasons: string;
}

interface Judged {
  readonly profile: string;
  /** By requirement, and the node's own as `node`. */
  readonly verdicts: ReadonlyMap<string, { readonly verdict: string; readonly reason: string }>;
}

const profiles: readonly (readonly [string, ClusterProfile])[] = Object.entries(fixtureProfiles);

/** Every change of a finding that some damage of one path makes, over all paths that the agent looks at on a host. */
export async function changesByDamage(
  root: string,
  damages: readonly Damage[],
  sample: (index: number) => boolean = () => true,
): Promise<{ readonly changes: readonly Change[]; readonly tried: number }> {
  const { fileSystem, seen } = rememberedFiles();
  const before = judge(await observe(root, fileSystem));
  const paths = [...seen].filter(([path]) => path !== root).sort();
  const changes: Change[] = [];
  let tried = 0;
  let index = 0;
  for (const [path, type] of paths) {
    for (const damage of damages) {
      if (!canHave(type, damage) || !sample(index++)) continue;
      tried += 1;
      const after = judge(await observe(root, damagedFiles(fileSystem, path, damage)));
      const name = path.slice(root.length + 1);
      changes.push(...differences(before, after).map((change) => ({ path: name, damage, ...change })));
    }
  }
  return { changes, tried };
}

const observe = (root: string, fileSystem: FileSystem): Promise<HostFacts> =>
  gatherFacts({ files: createHostFiles(root, fileSystem), live: false });

const judge = (facts: HostFacts): readonly Judged[] =>
  profiles.map(([profile, values]) => {
    const findings = evaluateNode(facts, values);
    const verdicts = new Map<string, { verdict: string; reason: string }>(
      findings.map(({ requirement, verdict, reason }) => [requirement, { verdict, reason }]),
    );
    return { profile, verdicts: verdicts.set('node', { verdict: nodeVerdict(findings), reason: '' }) };
  });

type Difference = Omit<Change, 'path' | 'damage'>;

function differences(before: readonly Judged[], after: readonly Judged[]): readonly Difference[] {
  return before.flatMap(({ profile, verdicts }, index) =>
    [...verdicts].flatMap(([requirement, old]): readonly Difference[] => {
      const now = after[index]?.verdicts.get(requirement);
      if (now === undefined) throw new Error(`no verdict about ${requirement}`);
      return now.verdict === old.verdict
        ? []
        : [{ profile, requirement, before: old.verdict, after: now.verdict, reasons: `${old.reason} > ${now.reason}` }];
    }),
  );
}
