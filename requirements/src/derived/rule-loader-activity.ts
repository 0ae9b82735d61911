import type { RuleLoader } from '../model/rule-loader';

/**
 * Whether a unit loads its rules: `loads` when it is active or the next boot starts it, `idle` when neither, else
 * `undetermined`.
 */
type LoaderActivity = 'loads' | 'idle' | 'undetermined';

/** A unit that stays inactive after its run, as one of Type=oneshot does, has loaded its rules all the same at boot. */
export function loaderActivity({ active, startsAtBoot }: RuleLoader): LoaderActivity {
  if (active === true || startsAtBoot === true) return 'loads';
  return startsAtBoot === false ? 'idle' : 'undetermined';
}

/** In a finding: `my-rules.service: active, starts at boot, runs iptables-restore`. */
export function describeLoader({ unit, active, startsAtBoot, command }: RuleLoader): string {
  const activity = active === null ? 'activity unknown' : active ? 'active' : 'inactive';
  const boot = startsAtBoot === null ? ', start at boot unknown' : startsAtBoot ? ', starts at boot' : '';
  return `${unit}: ${activity}${boot}, runs ${command}`;
}
