import { median } from '../../agent/bench/measure/median';
import type { ConsoleFigures, Metric, PageFigures, PageName, SettingFigures } from './figures';
import { matrix, nothing, openedMatrix, overview, type MeasuredPage } from './measured-pages';
import { withOpened, type OpenedPage, type Setting } from './opened-page';
import { busyShare } from './parts/changing';
import { goingOver } from './parts/going-over';
import { loading } from './parts/loading';
import { longestFrame } from './parts/scrolling';
import { whatIfMatrix, whatIfSwitch } from './parts/what-if';

/** What is measured of an opened page. */
interface Step {
  readonly title: string;
  readonly take: (opened: OpenedPage, setting: Setting) => Promise<PageFigures>;
}

/** One look at one page, in a browser that knows nothing of it. */
interface Look {
  readonly page: MeasuredPage;
  readonly steps: readonly Step[];
}

const load: Step = { title: 'loading', take: loading };
const scroll: Step = { title: 'scrolling', take: async (opened) => ({ frame: await longestFrame(opened) }) };
const scrollOpened: Step = {
  title: 'scrolling 200 rows',
  take: async (opened) => ({ openedFrame: await longestFrame(opened) }),
};
const change: Step = {
  title: 'ten changes a second',
  take: async (opened, setting) => ({ busy: await busyShare(setting, opened) }),
};
const tryProfile: Step = { title: 'a what-if', take: async (opened) => ({ whatIf: await whatIfSwitch(opened) }) };

/** What is taken in each run, ours and the yardstick in turn. */
const everyRun = (yardstick: MeasuredPage): readonly Look[] => [
  { page: nothing, steps: [load] },
  { page: yardstick, steps: [load, scroll] },
  { page: matrix, steps: [load, scroll] },
  { page: overview, steps: [load] },
  { page: openedMatrix, steps: [scrollOpened] },
  { page: whatIfMatrix, steps: [tryProfile] },
];

/** What a running console goes over to, in each run. */
const goneOverTo = (yardstick: MeasuredPage): readonly MeasuredPage[] => [yardstick, matrix, overview];

/** What is taken once, because it lasts and is a mean already. */
const once = (yardstick: MeasuredPage): readonly Look[] => [
  { page: yardstick, steps: [change] },
  { page: matrix, steps: [change] },
];

/** What was measured in one console. */
type Taken = Pick<SettingFigures, 'runs' | 'figures' | 'notMeasured'>;

/** Measures all pages of one fleet in one console. What cannot be measured is told, and left out. */
export async function measureSetting(setting: Setting, runs: number): Promise<Taken> {
  const { yardstick } = setting.site;
  const taken = new Map<PageName, PageFigures[]>();
  const notMeasured = new Set<string>();
  const attempt = async (name: PageName, title: string, work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      notMeasured.add(`${name}, ${title}: ${reasonOf(error)}`);
    }
  };
  const keep = (name: PageName, figures: PageFigures): void => {
    taken.set(name, [...(taken.get(name) ?? []), figures]);
  };
  const look = ({ page, steps }: Look): Promise<void> =>
    attempt(page.name, `opening for ${steps.map(({ title }) => title).join(', ')}`, () =>
      withOpened(setting, page, async (opened) => {
        for (const { title, take } of steps)
          await attempt(page.name, title, async () => {
            keep(page.name, await take(opened, setting));
          });
      }),
    );
  for (let run = 0; run < runs; run += 1) {
    for (const one of everyRun(yardstick)) await look(one);
    for (const page of goneOverTo(yardstick))
      await attempt(page.name, 'going over to it', async () => {
        keep(page.name, await goingOver(setting, page));
      });
  }
  for (const one of once(yardstick)) await look(one);
  const figures: ConsoleFigures = Object.fromEntries([...taken].map(([name, all]) => [name, medians(all)]));
  return { runs, figures, notMeasured: [...notMeasured] };
}

const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';

function medians(all: readonly PageFigures[]): PageFigures {
  const metrics = [...new Set(all.flatMap((one) => Object.keys(one) as Metric[]))];
  return Object.fromEntries(
    metrics.map((metric) => [metric, median(all.flatMap((one) => one[metric] ?? []))] as const),
  );
}
