import { useEffect, useRef, useState } from 'react';
import { FollowedList } from '../lists/followed-list';
import { nothingListed } from '../lists/list-state';
import type { ListState } from '../lists/list-state';
import type { ListKind } from '../lists/list-kind';

/**
 * All objects of a kind, and whether they are all. What was complete stays while the list is read anew, which another
 * `generation` asks for.
 */
export function useFollowedList<Item>(kind: ListKind<Item>, generation: number): ListState<Item> {
  const [state, setState] = useState<ListState<Item>>(nothingListed);
  const latest = useRef<readonly Item[]>();
  useEffect(() => {
    const list = new FollowedList(kind, setState);
    return () => {
      list.stop();
    };
  }, [kind, generation]);
  useEffect(() => {
    if (state.complete !== undefined) latest.current = state.complete;
  }, [state.complete]);
  return { ...state, complete: state.complete ?? latest.current };
}
