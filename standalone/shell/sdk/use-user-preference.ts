import { useCallback, useEffect, useState } from 'react';

const storageKey = 'console-user-settings';

const readAll = (): Readonly<Record<string, unknown>> => {
  try {
    return JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Record<string, unknown>;
  } catch {
    // Damaged preferences are as good as none.
    return {};
  }
};

/** Told when a preference changes: what shows it elsewhere on the page changes along. */
const changes = new EventTarget();

/** A preference of the user, kept in this browser. */
export const useUserPreference = <Value>(
  key: string,
  defaultValue?: Value,
): readonly [value: Value, set: (value: Value) => void, loaded: boolean] => {
  const [value, setValue] = useState(() => (readAll()[key] ?? defaultValue) as Value);
  useEffect(() => {
    const follow = () => setValue((before) => (readAll()[key] ?? before) as Value);
    changes.addEventListener(key, follow);
    return () => changes.removeEventListener(key, follow);
  }, [key]);
  const set = useCallback(
    (next: Value) => {
      localStorage.setItem(storageKey, JSON.stringify({ ...readAll(), [key]: next }));
      changes.dispatchEvent(new Event(key));
    },
    [key],
  );
  return [value, set, true];
};
