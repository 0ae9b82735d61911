/** A text in which Markdown finds nothing to format. */
export const plain = (text: string): string => text.replace(/[\\`*_[\]<>]/g, '\\$&');

/** A link to a page of the plugin; the console opens it in a tab of its own. */
export const linkTo = (title: string, address: string): string => `[${plain(title)}](${address})`;

export const list = (texts: readonly string[]): string => texts.map((text) => `- ${text}`).join('\n');

/** Lines for a shell, with the console's button that copies them. */
export const commands = (lines: readonly string[]): string => `\`\`\`\n${lines.join('\n')}\n\`\`\`{{copy}}`;

export const paragraphs = (texts: readonly string[]): string => texts.join('\n\n');
