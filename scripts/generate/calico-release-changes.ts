import type { CalicoRelease, CalicoVersion, ReleaseStep, RequirementId } from '@calico-readiness/requirements';
import { releaseHistories, sentenceHistories } from '@calico-readiness/requirements';
import type { Property } from './calico-release-properties';
import { calicoReleaseProperties } from './calico-release-properties';

/** A step of a history in words, with the words of the step before it. */
interface Change {
  readonly title: string;
  readonly since: CalicoVersion;
  readonly before: string | undefined;
  readonly after: string;
  readonly source: string;
}

const changesOf = <T>(title: string, history: readonly ReleaseStep<T>[], write: (value: T) => string): Change[] =>
  history.map(({ since, value, source }, index) => {
    const earlier = history[index - 1];
    return { title, since, before: earlier && write(earlier.value), after: write(value), source };
  });

const propertyChanges = <Name extends Property>(name: Name): Change[] =>
  changesOf<CalicoRelease[Name]>(
    calicoReleaseProperties[name].title,
    releaseHistories[name],
    calicoReleaseProperties[name].write,
  );

/** The changes of each property, beginning with its oldest value. */
export const propertyHistories = (Object.keys(calicoReleaseProperties) as Property[]).map((name) =>
  propertyChanges(name),
);

/** The same of each sentence that a later page words differently. */
export const changedSentences = (Object.keys(sentenceHistories) as RequirementId[]).map((id) =>
  changesOf(`[${id}](requirements.md#${id})`, sentenceHistories[id] ?? [], (texts) => texts.join(' ')),
);
