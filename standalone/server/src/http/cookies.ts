/**
 * Every value that a Cookie header gives for a name. More than one is possible: browsers don't tell the ports of a host
 * apart, so whatever else answers on the loopback address may have set cookies of this name for other paths.
 */
export const cookieValues = (header: string | undefined, name: string): readonly string[] =>
  (header ?? '').split(';').flatMap((pair) => {
    const at = pair.indexOf('=');
    return at >= 0 && pair.slice(0, at).trim() === name ? [pair.slice(at + 1).trim()] : [];
  });
