/** The nearest DNS-1123 subdomain, which is what Kubernetes accepts as a name; empty when nothing of the text can be kept. */
export function objectName(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9.-]+/g, '-')
    .split('.')
    .map((label) => label.replace(/^-+|-+$/g, ''))
    .filter((label) => label !== '')
    .join('.');
}
