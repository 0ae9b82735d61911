import { dirname } from 'node:path';
import type { WatchedUnit } from '@calico-readiness/requirements';
import { watchedUnits } from '@calico-readiness/requirements';

/** What a booted systemd says of a unit, in its own words (org.freedesktop.systemd1(5)). */
export interface UnitAnswer {
  readonly LoadState: string;
  readonly ActiveState: string;
  readonly UnitFileState: string;
  readonly NeedDaemonReload: string;
  /** Microseconds; 0 as long as the unit was never started. */
  readonly InactiveExitTimestampMonotonic: string;
}

const properties = 'LoadState,ActiveState,UnitFileState,NeedDaemonReload,InactiveExitTimestampMonotonic';

/** What the script runs, by absolute paths. */
export interface AnsweringPrograms {
  readonly systemctl: string;
  readonly busctl: string;
}

/**
 * A script that tells of every watched unit what became of it at boot and how it is after `steps`, once systemd is on
 * the bus; and, when a file /run/reload appears, how it is after a daemon-reload. `steps` call systemctl $S; systemd's other programs lie beside busctl.
 */
export const answerScript = ({ systemctl, busctl }: AnsweringPrograms, steps = ''): string => `set -e
export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:${dirname(busctl)}
S=${systemctl}
show() { $S show --property=${properties} ${watchedUnits.join(' ')}; }
{ show; echo; } > /run/answering
${steps}
show >> /run/answering
until ${busctl} status org.freedesktop.systemd1 > /dev/null 2>&1; do sleep 0.05; done
mv /run/answering /run/answers
until [ -e /run/reload ]; do sleep 0.05; done
$S daemon-reload
show > /run/reloading
mv /run/reloading /run/reloaded
`;

type UnitAnswers = ReadonlyMap<WatchedUnit, UnitAnswer>;

/** What became of the units at boot, and how they are after the script's steps. */
export interface BootAnswers {
  readonly afterBoot: UnitAnswers;
  readonly afterSteps: UnitAnswers;
}

export function readAnswers(text: string): BootAnswers {
  const blocks = blocksOf(text);
  return {
    afterBoot: byUnit(blocks.slice(0, watchedUnits.length)),
    afterSteps: byUnit(blocks.slice(watchedUnits.length)),
  };
}

/** How the units are after a daemon-reload. */
export const readReloaded = (text: string): UnitAnswers => byUnit(blocksOf(text));

/** A block of lines for each unit, in the order in which the script asked. */
const blocksOf = (text: string): readonly UnitAnswer[] => text.trim().split(/\n\n+/).map(readBlock);

function byUnit(blocks: readonly UnitAnswer[]): UnitAnswers {
  if (blocks.length !== watchedUnits.length)
    throw new Error(`${String(blocks.length)} answers for ${String(watchedUnits.length)} units`);
  return new Map(watchedUnits.flatMap((unit, index) => blocks.slice(index, index + 1).map((block) => [unit, block])));
}

function readBlock(block: string): UnitAnswer {
  const values = new Map(
    block.split('\n').map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)] as const),
  );
  const value = (name: string): string => {
    const text = values.get(name);
    if (text === undefined) throw new Error(`systemd did not tell ${name}: ${block}`);
    return text;
  };
  return {
    LoadState: value('LoadState'),
    ActiveState: value('ActiveState'),
    UnitFileState: value('UnitFileState'),
    NeedDaemonReload: value('NeedDaemonReload'),
    InactiveExitTimestampMonotonic: value('InactiveExitTimestampMonotonic'),
  };
}
