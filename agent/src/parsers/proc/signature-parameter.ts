import { kernelCommandLineWords } from './kernel-command-line';

// kstrtobool (lib/kstrtox.c) looks at the first letter, and at the second of `on`; a bool without a value is on.
const parameter = /^module\.sig[_-]enforce(?:=(?:[yYtT1]|[oO][nN]).*)?$/;

/**
 * Whether `/proc/cmdline` has `module.sig_enforce` on (kernel-parameters.txt). Once on, nothing turns it off again
 * (bool_enable_only in kernel/module/signing.c), and words behind `--` are not the kernel's.
 */
export function enforcesSignatures(text: string): boolean {
  const words = kernelCommandLineWords(text);
  const end = words.indexOf('--');
  return (end === -1 ? words : words.slice(0, end)).some((word) => parameter.test(word));
}
