/** A parameter expansion of the shell, such as `ROOT:-`, for texts in which a dollar sign and a brace are TypeScript's. */
export const parameter = (expansion: string): string => `\${${expansion}}`;
