import type { ProfileSources } from './cluster-profile';
import type { HostFactName, HostFacts, HostFactValues } from './host-facts';
import type { Message } from './message';
import type { ProfileValues } from './profile-values';
import type { Chapter, GuideId, RequirementId } from './requirement-id';

/** Who decides: this node's facts, traffic from or to this node, or the cluster as a whole. */
export type Scope = 'host' | 'flow' | 'cluster';

/** What not meeting it means: `Fail` or `Warn`. */
export type Level = 'required' | 'recommended';

/**
 * Where the requirement comes from: the sentence (or several) of the requirements document, each quoted word for word, or,
 * beyond the document, the reason why Calico needs it.
 */
export type Origin =
  | { readonly kind: 'document'; readonly quotes: readonly string[] }
  | { readonly kind: 'beyond'; readonly reason: Message };

/** A sentence of a Calico release's own page of requirements, with the repository, branch and path it was read in. */
export interface ReleaseSentence {
  readonly text: string;
  readonly source: string;
}

/** A link to official documentation. */
export interface DocumentationLink {
  readonly title: Message;
  readonly url: string;
}

/** Whether the profile and the host switch the requirement on. */
export type Applicability =
  | { readonly applies: 'yes' }
  | { readonly applies: 'no'; readonly reason: Message }
  /** Whether it applies hangs on a fact that could not be observed. */
  | { readonly applies: 'unknown'; readonly fact: HostFactName };

/**
 * What an evaluation says. `met` becomes Pass; `unmet` Fail or Warn by level; `caution` Warn whatever the level;
 * `undetermined` Unknown. `reason` is a key of the requirement's `reasons`.
 */
export interface Judgement {
  readonly outcome: 'met' | 'unmet' | 'caution' | 'undetermined';
  readonly reason: string;
  /** What was seen, short, untranslated: names, values, states. */
  readonly observed: string;
}

/** What a reason means to a person. */
export interface ReasonText {
  /** A sentence about what was seen; the title of the cause. */
  readonly title: Message;
  /** What to do about it in one line, when it differs from the requirement's own remedy. */
  readonly remedy?: Message;
  /** The guide that fixes it, when it differs from the requirement's own. */
  readonly guide?: GuideId;
}

/** One catalogue entry. Data and pure functions only. */
export interface Requirement<Needs extends HostFactName = HostFactName> {
  readonly id: RequirementId;
  readonly chapter: Chapter;
  readonly scope: Scope;
  readonly level: Level;
  readonly origin: Origin;
  /** What the page of the judged Calico release says in place of the quotes, where it differs from the document. */
  readonly releaseSentences?: readonly ReleaseSentence[];
  /** A sentence that is true when the requirement is met. */
  readonly title: Message;
  /** A sentence that is true when it is not. */
  readonly failureTitle: Message;
  /** Two or three words for a column head. */
  readonly shortTitle: Message;
  /** Why Calico needs it. */
  readonly rationale: Message;
  /** What is needed, as short as what was seen. */
  readonly needed: Message;
  /** What to do when it is not met, in one line. */
  readonly remedy: Message;
  readonly guide: GuideId;
  readonly links: readonly DocumentationLink[];
  /** A command that shows it on the node itself. */
  readonly verifyCommand: string;
  /** The closed set of reasons that `evaluate` may give. */
  readonly reasons: Readonly<Record<string, ReasonText>>;
  readonly appliesTo: (profile: ProfileValues, facts: HostFacts) => Applicability;
  /** Facts without which nothing can be said. */
  readonly needs: readonly Needs[];
  /** Facts that it looks at as well, and judges itself where they could not be seen; none when left out. */
  readonly consults?: readonly HostFactName[];
  /** Gets the needed values; all other facts, which may be unavailable, stand in `context.facts`. */
  readonly evaluate: (
    facts: Readonly<Pick<HostFactValues, Needs>>,
    context: {
      readonly profile: ProfileValues;
      readonly facts: HostFacts;
      /** Who said each field of the profile. */
      readonly sources: ProfileSources;
    },
  ) => Judgement;
}

/** Checks the types of one entry and forgets which facts it needs, so that entries fit one list. */
export const defineRequirement = <Needs extends HostFactName>(requirement: Requirement<Needs>): Requirement =>
  requirement as unknown as Requirement;
