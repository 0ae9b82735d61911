import type { ReactNode } from 'react';

interface WithLastWordProps {
  readonly text: string;
  readonly children: ReactNode;
}

/** Longer words may have to be broken. */
const longestWord = 24;

/** A text and what never stands alone in the line after it: its last word stays there, or the last letter of one without blanks. */
export const WithLastWord = ({ text, children }: WithLastWordProps) => {
  const word = text.slice(text.lastIndexOf(' ') + 1);
  const isWord = word.length < text.length && word.length <= longestWord;
  const kept = isWord ? word : ([...text].at(-1) ?? '');
  return (
    <>
      {text.slice(0, text.length - kept.length)}
      <span className="calico-readiness__together">
        {kept}
        {children}
      </span>
    </>
  );
};
