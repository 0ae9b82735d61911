import fc from 'fast-check';

/** Anything a broken or hostile host may hand over as text: long, with controls, half surrogates, other scripts. */
export const hostileText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ maxLength: 20 }).map((part) => `${part}🎩\u001b[31m`.repeat(400)),
);
/** Lists of such texts, and long ones. */
export const hostileTexts = fc.oneof(
  fc.array(hostileText, { maxLength: 3 }),
  fc.array(fc.string({ maxLength: 3 }), { minLength: 300, maxLength: 400 }),
);
/** Such keys of a map. */
export const hostileKey = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 });
