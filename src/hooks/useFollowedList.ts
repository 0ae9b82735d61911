import { useEffect, useRef, useState } from 'react';
import type { BegunLists } from '../lists/begun-lists';
import { FollowedList } from '../lists/followed-list';
import { nothingListed } from '../lists/list-state';
import type { ListState } from '../lists/list-state';
import type { ListKind } from '../lists/list-kind';

/** A list that was begun before, and with which others. */
export interface BegunList<Item> {
  readonly among: BegunLists;
  readonly list: FollowedList<Item>;
}

/**
 * All objects of a kind, and whether they are all. What was complete stays while the list is read anew, which another
 * `generation` asks for. `begun` is the same list, if somebody has begun it; what it is at first counts.
 */
export function useFollowedList<Item>(
  kind: ListKind<Item>,
  generation: number,
  begun?: BegunList<Item>,
): ListState<Item> {
  const [first] = useState(begun);
  const [state, setState] = useState<ListState<Item>>(first?.list.told.latest ?? nothingListed);
  const latest = useRef<readonly Item[]>();
  useEffect(() => {
    const list = claimed(first) ?? new FollowedList(kind, setState);
    if (list === first?.list) list.told.tellTo(setState);
    return () => {
      list.stop();
    };
  }, [kind, generation, first]);
  useEffect(() => {
    if (state.complete !== undefined) latest.current = state.complete;
  }, [state.complete]);
  return { ...state, complete: state.complete ?? latest.current };
}

/** The list that was begun, for the first who asks for it. */
const claimed = <Item>(begun: BegunList<Item> | undefined): FollowedList<Item> | undefined =>
  begun?.among.claim(begun.list) === true ? begun.list : undefined;
