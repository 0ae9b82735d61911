import { useCallback, useState } from 'react';

const storageKey = 'console-user-settings';

const readAll = (): Readonly<Record<string, unknown>> => {
  try {
    return JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Record<string, unknown>;
  } catch {
    // Damaged preferences are as good as none.
    return {};
  }
};

/** A preference of the user, kept in this browser. */
export const useUserPreference = <Value>(
  key: string,
  defaultValue?: Value,
): readonly [value: Value, set: (value: Value) => void, loaded: boolean] => {
  const [value, setValue] = useState(() => (readAll()[key] ?? defaultValue) as Value);
  const set = useCallback(
    (next: Value) => {
      localStorage.setItem(storageKey, JSON.stringify({ ...readAll(), [key]: next }));
      setValue(next);
    },
    [key],
  );
  return [value, set, true];
};
