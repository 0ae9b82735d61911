/** The shell's icon; inside the page because nothing else is served to who was not let in. */
const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true"><rect width="32" height="32" rx="7" fill="#1f5c5c"/><path d="M8 16.5l5.5 5.5L24 11" fill="none" stroke="#fff" stroke-width="3.5" stroke-linecap="round" stroke-linejoin="round"/></svg>';

const style = `
  :root { color-scheme: light dark; --page: #f2f2f2; --card: #fff; --text: #151515; --quiet: #4d4d4d; --line: #c7c7c7; --link: #0066cc; }
  @media (prefers-color-scheme: dark) {
    :root { --page: #151515; --card: #292929; --text: #fff; --quiet: #c7c7c7; --line: #4d4d4d; --link: #92c5f9; }
  }
  body { margin: 0; padding: 12vh 1rem 2rem; background: var(--page); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
  main { box-sizing: border-box; max-width: 38rem; margin: 0 auto; padding: 2rem; border: 1px solid var(--line); border-radius: 16px; background: var(--card); }
  header { display: flex; align-items: center; gap: 0.5rem; font-size: 1.125rem; }
  h1 { margin: 1.5rem 0 1rem; font-size: 1.5rem; font-weight: 500; line-height: 1.3; }
  code { font-family: ui-monospace, monospace; font-size: 0.9375rem; overflow-wrap: anywhere; }
  .address { display: block; padding: 0.75rem 1rem; border: 1px solid var(--line); border-radius: 6px; background: var(--page); }
  dt { margin-top: 1rem; font-weight: 600; }
  dd { margin: 0; color: var(--quiet); }
  a { color: var(--link); }
  footer { margin-top: 1.5rem; color: var(--quiet); font-size: 0.875rem; }
`;

/**
 * What a person sees who came without cookie and token. No script, and nothing of the host: whoever sees this may be
 * another user of the machine. `root` is the server's own address, out of a Host header that was compared with it.
 */
export const unauthorizedPage = (root: string): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Not signed in · Calico Readiness</title>
    <link rel="icon" href="data:,">
    <style>${style}</style>
  </head>
  <body>
    <main>
      <header>${icon}Calico Readiness</header>
      <h1>Open the address that the program printed</h1>
      <p>These pages are only for the person who started the program. Its terminal shows an address with a token:</p>
      <code class="address">${root}?token=…</code>
      <dl>
        <dt>The program was started again?</dt>
        <dd>Each start prints a new address. Older addresses and pages that are still open no longer work.</dd>
        <dt>You came here through a link?</dt>
        <dd>Some browsers then hold the cookie back once: <a href="/">try again</a>.</dd>
        <dt>The address is lost?</dt>
        <dd>Stop the program with Ctrl+C and start it again.</dd>
      </dl>
      <footer>401 Unauthorized</footer>
    </main>
  </body>
</html>
`;
