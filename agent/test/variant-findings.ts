import type { ClusterProfile } from '@calico-readiness/requirements';
import { defaultProfileValues } from '@calico-readiness/requirements';
import { findingLines, fixtureProfilesFor } from './fixture-profiles';
import type { FixtureVariant } from './fixture-variants';
import { withVariant } from './fixture-variants';
import { observeHost } from '../src/observation/observe-host';

/** The findings of a variant that are not its host's, as text: the same on every machine and at any time. */
export const changedFindings = (variant: FixtureVariant): Promise<string> =>
  withVariant(variant, async (root, host) => {
    const parts: string[] = [];
    for (const [name, profile] of profilesOf(variant))
      parts.push(...(await compare(host.root, root, { name, profile, base: variant.base })), '');
    return `${parts.join('\n').trimEnd()}\n`;
  });

/** The profiles of the fixtures for each release that the variant is about; a release that is not the default has its name in the title. */
const profilesOf = ({
  calicoVersions = [defaultProfileValues.calicoVersion],
}: FixtureVariant): readonly (readonly [string, ClusterProfile])[] =>
  calicoVersions.flatMap((version) =>
    Object.entries(fixtureProfilesFor(version)).map(
      ([name, profile]) =>
        [version === defaultProfileValues.calicoVersion ? name : `${name}, Calico ${version}`, profile] as const,
    ),
  );

interface Comparison {
  readonly name: string;
  readonly profile: ClusterProfile;
  readonly base: string;
}

const observations = new Map<string, ReturnType<typeof observeHost>>();

/** Many variants are of the same host, which does not change meanwhile. */
function observeOnce(hostRoot: string, name: string, profile: ClusterProfile): ReturnType<typeof observeHost> {
  const key = `${hostRoot} ${name}`;
  const observation = observations.get(key) ?? observeHost({ hostRoot, profile });
  observations.set(key, observation);
  return observation;
}

async function compare(before: string, after: string, { name, profile, base }: Comparison): Promise<string[]> {
  const unchanged = await observeOnce(before, name, profile);
  const changed = await observeHost({ hostRoot: after, profile });
  const old = findingLines(unchanged.findings);
  const lines = findingLines(changed.findings).flatMap((line, index) =>
    line === old[index] ? [] : [`- ${old[index] ?? ''}`, `+ ${line}`],
  );
  return [
    `# ${name}: ${changed.verdict} (${base}: ${unchanged.verdict})`,
    ...(lines.length === 0 ? ['no finding differs'] : lines),
  ];
}
