import { readFileSync } from 'node:fs';
import type { Message } from '@calico-readiness/requirements';
import { parse } from 'yaml';
import type { Language } from '../translations/languages';
import { languages } from '../translations/languages';
import type { ConsoleQuickStart, QuickStartTask } from './console-objects';
import type { SampleGuide } from './guides-of-samples';
import { guidesOfSamples } from './guides-of-samples';
import { commands, linkTo, list, paragraphs, plain } from './markdown';
import type { TaskTexts } from './quick-start-texts';
import {
  checkTasks,
  checkTexts,
  guideConclusion,
  guideTasks,
  pageNames,
  taskDone,
  taskNotDone,
} from './quick-start-texts';
import type { Say } from './speaker';
import { speaker } from './speaker';

const { icon } = parse(readFileSync('charts/calico-readiness/Chart.yaml', 'utf8')) as { readonly icon: string };

/** The console shows, of those with the same name, the one in the language of the user, else the English one. */
const nameLabel = 'console.openshift.io/name';
const languageLabel = 'console.openshift.io/lang';

const nameIn = (language: Language, topic: string): string =>
  `calico-readiness-${topic}${language === 'en' ? '' : `-${language}`}`;

/** Without these rights the pages have nothing to show. */
const looking = [{ group: 'calicoreadiness.io', resource: 'nodereports', verb: 'list' }];
const applying = [{ group: 'machineconfiguration.openshift.io', resource: 'machineconfigs', verb: 'create' }];

/** The first one, and one for each guide with a MachineConfig, in every language of the console. */
export const quickStarts = (): readonly ConsoleQuickStart[] =>
  languages.flatMap((language) => {
    const say = speaker(language);
    return [checkNodes(language, say), ...guidesOfSamples.map((sample) => followGuide(language, say, sample))];
  });

const quickStart = (language: Language, topic: string, spec: Omit<ConsoleQuickStart['spec'], 'icon'>) => ({
  apiVersion: 'console.openshift.io/v1' as const,
  kind: 'ConsoleQuickStart' as const,
  metadata: {
    name: nameIn(language, topic),
    labels: { [nameLabel]: nameIn('en', topic), [languageLabel]: language },
  },
  spec: { ...spec, icon },
});

/** `{{link}}` becomes the link, and `more` follows in paragraphs of its own. */
function task(say: Say, texts: TaskTexts, link: string, more: readonly string[] = []): QuickStartTask {
  const said = (message: Message): string => plain(say(message)).replaceAll('{{link}}', link);
  return {
    title: say(texts.title),
    description: paragraphs([said(texts.description), ...more]),
    review: { instructions: said(texts.question), failedTaskHelp: said(texts.help) },
    summary: { success: say(taskDone), failed: say(taskNotDone) },
  };
}

function checkNodes(language: Language, say: Say): ConsoleQuickStart {
  const page = (name: keyof typeof pageNames, address: string): string => linkTo(say(pageNames[name]), address);
  return quickStart(language, 'check-nodes', {
    displayName: say(checkTexts.title),
    description: plain(say(checkTexts.description)),
    durationMinutes: 5,
    introduction: plain(say(checkTexts.introduction)),
    tasks: [
      task(say, checkTasks.overview, page('overview', '/calico-readiness')),
      task(say, checkTasks.nodes, page('nodes', '/calico-readiness/nodes')),
      task(say, checkTasks.guides, page('guides', '/calico-readiness/guides')),
    ],
    conclusion: plain(say(checkTexts.conclusion)),
    nextQuickStart: guidesOfSamples.map(({ guide }) => nameIn(language, guide.id)),
    accessReviewResources: looking,
  });
}

function followGuide(language: Language, say: Say, { guide, situation }: SampleGuide): ConsoleQuickStart {
  const said = (message: Message): string => plain(say(message));
  const link = linkTo(say(guide.title), `/calico-readiness/guides/${guide.id}`);
  const verification = guide
    .verify('rhcos', situation)
    .flatMap(({ text, commands: lines = [] }) => [said(text), ...(lines.length === 0 ? [] : [commands(lines)])]);
  return quickStart(language, guide.id, {
    displayName: say(guide.title),
    description: said(guide.summary),
    durationMinutes: 30,
    introduction: list(guide.harm.map(said)),
    tasks: [
      task(say, guideTasks.affected, link),
      task(
        say,
        guideTasks.apply,
        link,
        guide.disruption('rhcos', situation).map(({ text }) => said(text)),
      ),
      task(say, guideTasks.verify, link, verification),
    ],
    conclusion: said(guideConclusion),
    accessReviewResources: [...looking, ...applying],
  });
}
