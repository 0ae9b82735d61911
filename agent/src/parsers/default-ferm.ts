import { parseUfwEnabled } from './ufw-conf';

/**
 * Whether Debian's `/etc/default/ferm` lets its init script, and so ferm.service, load rules: like ufw.conf it is
 * read by a shell, and only `ENABLED=yes` does. Null when the value is neither yes nor no, or there is none.
 */
export const parseFermEnabled = (text: string): boolean | null => parseUfwEnabled(text);
