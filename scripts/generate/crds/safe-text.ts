/**
 * A text without what changes how the text around it is shown, and without what nobody sees: controls, bidirectional
 * marks and overrides, zero-width characters, separators of lines. In the words that the regular expressions of Go and
 * JavaScript share, and of ASCII, because the API server prints it to who breaks it. The agent cleans its texts of the same
 * classes.
 */
export const safeTextPattern = '^[^\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]*$';
