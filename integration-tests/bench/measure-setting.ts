import { median } from '../../agent/bench/measure/median';
import type { ConsoleFigures, Metric, PageFigures, PageName, SettingFigures } from './figures';
import { matrix, openedMatrix, overview, yardstick, type MeasuredPage } from './measured-pages';
import { withOpened, type OpenedPage, type Setting } from './opened-page';
import { busyShare } from './parts/changing';
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
const everyRun: readonly Look[] = [
  { page: yardstick, steps: [load, scroll] },
  { page: matrix, steps: [load, scroll] },
  { page: overview, steps: [load] },
  { page: openedMatrix, steps: [scrollOpened] },
  { page: whatIfMatrix, steps: [tryProfile] },
];

/** What is taken once, because it lasts and is a mean already. */
const once: readonly Look[] = [
  { page: yardstick, steps: [change] },
  { page: matrix, steps: [change] },
];

/** Measures all pages of one fleet in one console. What cannot be measured is told, and left out. */
export async function measureSetting(setting: Setting, runs: number): Promise<SettingFigures> {
  const taken = new Map<PageName, PageFigures[]>();
  const notMeasured = new Set<string>();
  const attempt = async (name: PageName, title: string, work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      notMeasured.add(`${name}, ${title}: ${reasonOf(error)}`);
    }
  };
  const look = ({ page, steps }: Look): Promise<void> =>
    attempt(page.name, `opening for ${steps.map(({ title }) => title).join(', ')}`, () =>
      withOpened(setting, page, async (opened) => {
        for (const { title, take } of steps)
          await attempt(page.name, title, async () => {
            taken.set(page.name, [...(taken.get(page.name) ?? []), await take(opened, setting)]);
          });
      }),
    );
  for (let run = 0; run < runs; run += 1) for (const one of everyRun) await look(one);
  for (const one of once) await look(one);
  const figures: ConsoleFigures = Object.fromEntries([...taken].map(([name, all]) => [name, medians(all)]));
  return { console: setting.console, nodes: setting.nodes, runs, figures, notMeasured: [...notMeasured] };
}

const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';

function medians(all: readonly PageFigures[]): PageFigures {
  const metrics = [...new Set(all.flatMap((one) => Object.keys(one) as Metric[]))];
  return Object.fromEntries(
    metrics.map((metric) => [metric, median(all.flatMap((one) => one[metric] ?? []))] as const),
  );
}
