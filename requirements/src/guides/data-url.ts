/** The characters that encodeURIComponent leaves alone although RFC 3986 reserves them. */
const leftAlone = /[!'()*]/g;

const percent = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;

/** A text as a `data:` URL with percent-encoding (RFC 2397), the form of Ignition's `contents.source`. */
export const dataUrl = (text: string): string => `data:,${encodeURIComponent(text).replace(leftAlone, percent)}`;

/** The text of a `data:,` URL as `dataUrl` writes it, or undefined for anything else. */
export function textOfDataUrl(url: string): string | undefined {
  if (!url.startsWith('data:,')) return undefined;
  try {
    return decodeURIComponent(url.slice('data:,'.length));
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
