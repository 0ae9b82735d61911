/** A field of a mount table as it is: the kernel writes blanks, line ends and backslashes as three octal digits (fstab(5)). */
export const unescapedMountField = (text: string): string =>
  text.replaceAll(/\\([0-7]{3})/g, (_match, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)));
