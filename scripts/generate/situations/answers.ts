import { readFileSync } from 'node:fs';
import type { Finding, Verdict } from '@calico-readiness/requirements';
import { declareProfile, evaluatorReasons, inEnglish, requirementById } from '@calico-readiness/requirements';
import { observeHost } from '../../../agent/src/observation/observe-host';
import { fixtureHosts } from '../../../agent/test/fixture-hosts';
import { fixtureVariants, withVariant } from '../../../agent/test/fixture-variants';
import { catalogueCases } from '../../../requirements/test/cases/catalogue-cases';
import type { Situation } from './situation';

/** What we say of a situation. */
export interface Answer {
  readonly verdict: Verdict;
  readonly sentence: string;
  readonly observed: string;
}

/** Our answer, by observing the tree, or as the test that shows it has it. Throws where neither is there. */
export async function answerTo(situation: Situation): Promise<Answer> {
  if ('tree' in situation) return answerOfTree(situation);
  return 'when' in situation ? answerOfCase(situation) : answerOfTest(situation);
}

async function answerOfTree({
  tree,
  profile = {},
  requirement,
}: Extract<Situation, { tree: string }>): Promise<Answer> {
  const observe = async (hostRoot: string): Promise<Answer> => {
    const { findings } = await observeHost({ hostRoot, profile: declareProfile(profile, 'asked for') });
    const finding = findings.find((candidate) => candidate.requirement === requirement);
    if (finding === undefined) throw new Error(`${tree}: no finding for ${requirement}`);
    return { verdict: finding.verdict, sentence: sentenceOf(finding), observed: finding.observed };
  };
  const host = fixtureHosts.find(({ name }) => name === tree);
  if (host !== undefined) return observe(host.root);
  const variant = fixtureVariants.find(({ name }) => name === tree);
  if (variant === undefined) throw new Error(`there is no tree ${tree} below agent/fixtures`);
  return withVariant(variant, observe);
}

/** Its own test holds the case to what it says. */
function answerOfCase({ when, requirement }: Extract<Situation, { when: string }>): Answer {
  const found = catalogueCases.find((candidate) => candidate.requirement === requirement && candidate.when === when);
  if (found === undefined) throw new Error(`no case of ${requirement} has: ${when}`);
  return { verdict: found.verdict, sentence: sentenceOf(found), observed: found.observed ?? '' };
}

function answerOfTest({ test, words, verdict }: Extract<Situation, { test: string }>): Answer {
  if (!readFileSync(test, 'utf8').includes(words)) throw new Error(`${test} has no test of: ${words}`);
  return { verdict, sentence: '', observed: '' };
}

function sentenceOf({ requirement: id, verdict, reason }: Pick<Finding, 'requirement' | 'verdict' | 'reason'>): string {
  const requirement = requirementById(id);
  const own = requirement?.reasons[reason]?.title;
  if (own !== undefined) return inEnglish(own);
  if (Object.hasOwn(evaluatorReasons, reason))
    return inEnglish(evaluatorReasons[reason as keyof typeof evaluatorReasons]);
  const otherwise = verdict === 'Pass' ? requirement?.title : requirement?.failureTitle;
  return otherwise === undefined ? reason : inEnglish(otherwise);
}
