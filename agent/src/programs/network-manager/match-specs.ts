import type { Answer } from '../three-valued';
import { allOf, anyOf, not } from '../three-valued';

/**
 * Whether a list of match specifications matches, given the answer for one. `except:` wins over every
 * positive item, and a list of nothing but exceptions matches everything else (NetworkManager.conf(5),
 * "Device List Format"). `one` learns whether it was asked for an exception, because a plain name is
 * compared only outside of one.
 */
export function matchSpecs(specs: readonly string[], one: (spec: string, except: boolean) => Answer): Answer {
  if (specs.length === 0) return false;
  const exceptions: Answer[] = [];
  const positives: Answer[] = [];
  for (const spec of specs) {
    const exception = afterTag(spec, 'except:');
    if (exception === undefined) positives.push(one(spec, false));
    else exceptions.push(one(exception, true));
  }
  const spared = not(anyOf(exceptions));
  return positives.length === 0 ? spared : allOf([anyOf(positives), spared]);
}

/** What stands behind a tag, which is recognised in any case; undefined when the item has another one. */
export const afterTag = (spec: string, tag: string): string | undefined =>
  spec.slice(0, tag.length).toLowerCase() === tag ? spec.slice(tag.length) : undefined;
