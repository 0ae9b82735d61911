import { useEffect, useRef, useState } from 'react';
import { useWatchList } from '../console/watch-list';
import type { K8sResourceCommon } from '../console/watch-list';
import { countObjects } from '../k8s/count-objects';
import { listUrl } from '../k8s/models';
import type { ResourceKind } from '../k8s/models';

export interface CompleteList<T> {
  /** What has arrived so far. */
  readonly items: readonly T[];
  /** The latest items that were all there; undefined until they are for the first time. */
  readonly complete: readonly T[] | undefined;
  /** How many there should be; undefined until the API has been asked. */
  readonly expected: number | undefined;
  readonly error: unknown;
}

const recountAfterMilliseconds = 2000;

/**
 * All objects of a kind, with the knowledge whether they are all. The console's watch calls itself loaded after the
 * first page of 250, and shrinks to one page again whenever it lists anew after a lost connection. So the API is
 * asked for the number of objects whenever fewer are here than there were, and again until enough are. (A deleted
 * object costs one such question.)
 */
export function useCompleteList<T extends K8sResourceCommon>(kind: ResourceKind, watching: boolean): CompleteList<T> {
  const { items, loaded, error: watchError } = useWatchList<T>(watching ? kind : null);
  const [expected, setExpected] = useState<number>();
  const [countError, setCountError] = useState<unknown>();
  const tooFew = expected === undefined || items.length < expected;
  const url = listUrl(kind);

  useEffect(() => {
    if (!watching || !tooFew) return undefined;
    let stopped = false;
    let timer: number | undefined;
    const settle = (update: () => void) => {
      if (stopped) return;
      update();
      timer = window.setTimeout(count, recountAfterMilliseconds);
    };
    const count = () => {
      countObjects(url).then(
        (total) => {
          settle(() => {
            setExpected(total);
            setCountError(undefined);
          });
        },
        (reason: unknown) => {
          settle(() => {
            setCountError(reason);
          });
        },
      );
    };
    count();
    return () => {
      stopped = true;
      window.clearTimeout(timer);
    };
  }, [url, watching, tooFew]);

  useEffect(() => {
    setExpected((former) => (former !== undefined && items.length > former ? items.length : former));
  }, [items.length]);

  const error = watchError ?? (tooFew ? countError : undefined);
  const complete = loaded && !tooFew && !error ? items : undefined;
  const latestComplete = useRef<readonly T[]>();
  useEffect(() => {
    if (complete !== undefined) latestComplete.current = complete;
  }, [complete]);
  return { items, complete: complete ?? latestComplete.current, expected, error };
}
