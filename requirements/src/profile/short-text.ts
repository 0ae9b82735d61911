/** Text of the cluster as one line of at most `longest` characters: everything but printable ASCII becomes `?`. */
export function shortText(text: string, longest: number): string {
  const line = text.slice(0, longest + 1).replace(/[^\x20-\x7e]/g, '?');
  return line.length <= longest ? line : `${line.slice(0, longest - 3)}...`;
}
