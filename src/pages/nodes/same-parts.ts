/**
 * A value with those of its parts taken over that say the same as before, and the former one where all do: what is
 * computed from a part need not be computed again because another one changed.
 */
export function withSameParts<Value extends object>(former: Value | undefined, next: Value): Value {
  if (former === undefined) return next;
  let isOther = false;
  const parts = (Object.keys(next) as readonly (keyof Value)[]).map((key) => {
    const isSame = JSON.stringify(former[key]) === JSON.stringify(next[key]);
    isOther ||= !isSame;
    return [key, isSame ? former[key] : next[key]] as const;
  });
  return isOther ? (Object.fromEntries(parts) as Value) : former;
}
