/** A diamond with a question mark; PatternFly has none, and Unknown must not look like help. */
export const UnknownIcon = () => (
  <svg viewBox="0 0 16 16" width="1em" height="1em" fill="none" stroke="currentColor" role="presentation">
    <path d="M8 1 15 8 8 15 1 8Z" strokeWidth="1.5" strokeLinejoin="round" />
    <path d="M6.3 6.7a1.75 1.75 0 1 1 2.5 1.6c-.6.3-.8.5-.8 1.1" strokeWidth="1.3" strokeLinecap="round" />
    <circle cx="8" cy="11.2" r=".45" fill="currentColor" strokeWidth=".6" />
  </svg>
);
