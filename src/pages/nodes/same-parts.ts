type Parts = Readonly<Record<string, unknown>>;

/**
 * A value with those of its parts taken over that say the same as before, and the former one where all do: what is
 * computed from a part need not be computed again because another one changed.
 */
export function withSameParts<Value extends object>(former: Value | undefined, next: Value): Value {
  if (former === undefined) return next;
  const [before, after] = [former, next] as unknown as readonly [Parts, Parts];
  let isOther = false;
  const parts = Object.keys(after).map((key) => {
    const isSame = JSON.stringify(before[key]) === JSON.stringify(after[key]);
    isOther ||= !isSame;
    return [key, isSame ? before[key] : after[key]] as const;
  });
  return isOther ? (Object.fromEntries(parts) as Value) : former;
}
