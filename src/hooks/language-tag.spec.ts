import { describe, expect, it } from 'vitest';
import { languageTag } from './language-tag';

describe('languageTag', () => {
  it.each([
    ['en', 'en'],
    ['en-US', 'en-US'],
    ['zh-CN', 'zh-CN'],
    ['ja', 'ja'],
    ['pt_BR', 'pt-BR'],
    ['en-US@posix', 'en-US'],
    ['fr_FR.UTF-8', 'fr-FR'],
    ['sr_RS@latin', 'sr-RS'],
    ['C', 'en'],
    ['', 'en'],
    ['@posix', 'en'],
    ['not a language', 'en'],
  ])('makes of %j what Intl takes: %j', (tag, expected) => {
    expect(languageTag(tag)).toBe(expected);
    expect(() => new Intl.NumberFormat(languageTag(tag))).not.toThrow();
  });
});
