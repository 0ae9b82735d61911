/** Asks something of each item, of so many at once, and answers in their order. Rejects as soon as one does. */
export async function someAtOnce<Item, Answer>(
  items: readonly Item[],
  atOnce: number,
  answer: (item: Item) => Promise<Answer>,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  const waiting = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of waiting) answers[index] = await answer(item);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return answers;
}
