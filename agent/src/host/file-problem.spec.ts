import { readFileSync, statSync } from 'node:fs';
import { fileProblem } from './file-problem';

const problemOf = (read: () => unknown): string => {
  try {
    read();
  } catch (error) {
    return fileProblem(error);
  }
  throw new Error('nothing failed');
};

describe('what is wrong with a file', () => {
  it.each<[string, () => unknown]>([
    ['it does not exist', () => statSync('/nonexistent/file')],
    ['it is a directory', () => readFileSync('/')],
    ['a part of its path is not a directory', () => readFileSync(`${import.meta.filename}/x`)],
    ['its name is too long', () => readFileSync(`/${'x'.repeat(300)}`)],
  ])('is said in words: %s', (expected, read) => {
    expect(problemOf(read)).toBe(expected);
  });

  it.each([
    [Object.assign(new Error('EACCES: …'), { code: 'EACCES' }), 'permission is denied'],
    [new Error('bad indentation'), 'bad indentation'],
    [Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO' }), 'EIO: i/o error, read'],
    ['a text', 'a text'],
  ])('keeps what there are no words for: %s', (error, expected) => {
    expect(fileProblem(error)).toBe(expected);
  });
});
