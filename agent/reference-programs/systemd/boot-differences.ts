import type { ServiceState, Services, WatchedUnit } from '@calico-readiness/requirements';
import { watchedUnits } from '@calico-readiness/requirements';
import type { BootAnswers, UnitAnswer } from './booted-answers';

/** What was seen of one scenario: systemd's words, and ours by files alone and with the bus. */
export interface BootObservation {
  readonly answers: BootAnswers;
  readonly afterReload: ReadonlyMap<WatchedUnit, UnitAnswer>;
  readonly startedNext: ReadonlySet<WatchedUnit>;
  readonly ours: Readonly<Record<'files' | 'bus', Services>>;
}

/** One thing of one unit about which we say something else than systemd. */
export interface BootDifference {
  readonly unit: WatchedUnit;
  readonly by: 'files' | 'bus';
  readonly of: keyof ServiceState;
  readonly systemd: string;
  readonly ours: string;
}

const working = ['active', 'reloading', 'activating', 'deactivating'];

/** A unit that a host does not show is not installed and not active. */
const leftOut: ServiceState = { load: 'not-found', enablement: 'not-found', active: false, startsAtBoot: false };

/**
 * Compares, unit by unit. Of now counts what systemd says at that time, of the disk what it says after a
 * daemon-reload, of the next boot what that boot started. Where we say that we can't tell, nothing differs.
 */
export function bootDifferences({ answers, afterReload, startedNext, ours }: BootObservation): BootDifference[] {
  return watchedUnits.flatMap((unit) => {
    const [now, disk] = [answers.afterSteps.get(unit), afterReload.get(unit)];
    if (now === undefined || disk === undefined) throw new Error(`systemd did not tell of ${unit}`);
    const systemd = {
      active: String(working.includes(now.ActiveState)),
      load: disk.LoadState === 'bad-setting' ? 'loaded' : disk.LoadState,
      enablement: disk.UnitFileState === '' ? 'not-found' : disk.UnitFileState,
      startsAtBoot: String(startedNext.has(unit)),
    };
    return (['files', 'bus'] as const).flatMap((by) => {
      const state = ours[by][unit] ?? leftOut;
      return (['active', 'load', 'enablement', 'startsAtBoot'] as const).flatMap((of) =>
        state[of] === null || String(state[of]) === systemd[of]
          ? []
          : [{ unit, by, of, systemd: systemd[of], ours: String(state[of]) }],
      );
    });
  });
}
