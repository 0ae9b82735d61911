/** A diamond with a question mark; PatternFly has none, and Unknown must not look like help. */
export const UnknownIcon = () => (
  <svg viewBox="0 0 16 16" width="1em" height="1em" fill="none" stroke="currentColor" role="presentation">
    <path d="M8 .9 15.1 8 8 15.1.9 8Z" strokeWidth="1.5" strokeLinejoin="round" />
    <path d="M6 6.3a2 2 0 1 1 3 1.75c-.7.4-1 .75-1 1.35" strokeWidth="1.5" strokeLinecap="round" />
    <circle cx="8" cy="11.6" r=".95" fill="currentColor" stroke="none" />
  </svg>
);
