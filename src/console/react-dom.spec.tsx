import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { render, screen } from '@testing-library/react';
import * as genuine from 'react-dom';
import * as standIn from './react-dom';

const { createPortal, flushSync } = standIn;

/** The code that webpack takes of the packages that import react-dom. */
const packages = [
  '@patternfly/react-core/dist/esm',
  '@patternfly/react-table/dist/esm',
  '@patternfly/react-icons/dist/esm/createIcon.js',
  '@tanstack/react-virtual/dist/esm',
].map((folder) => path.join('node_modules', folder));

const sourcesIn = (place: string): string[] =>
  place.endsWith('.js')
    ? [place]
    : readdirSync(place, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.js'))
        .map((file) => path.join(place, file));

/** The names that a source takes of react-dom. */
function takenBy(source: string): string[] {
  const [, what = ''] = /import (.+?) from ['"]react-dom['"]/.exec(source) ?? [];
  const names = /^\{(.*)\}$/
    .exec(what)?.[1]
    ?.split(',')
    .map((name) => name.trim().split(' as ')[0] ?? '');
  if (names !== undefined) return names;
  const [, all] = /^\* as (\w+)$/.exec(what) ?? [];
  if (all === undefined) return what === '' ? [] : [`default as ${what}`];
  return [...source.matchAll(new RegExp(`\\b${all}\\.(\\w+)`, 'g'))].map(([, name = '']) => name);
}

describe('what stands in for react-dom', () => {
  it.each([undefined, null, 'a key'])('makes the same portal as react-dom, with the key %s', (key) => {
    const there = document.createElement('div');
    expect(createPortal('text', there, key)).toEqual(genuine.createPortal('text', there, key));
  });

  it('shows an element at another place', () => {
    const there = document.body.appendChild(document.createElement('section'));
    const Elsewhere = () => <main>{createPortal(<p>text</p>, there)}</main>;
    render(<Elsewhere />);
    expect(there).toContainElement(screen.getByText('text'));
    expect(screen.getByRole('main')).toBeEmptyDOMElement();
    there.remove();
  });

  it('has all that the bundled packages take of it', () => {
    const taken = new Set(packages.flatMap(sourcesIn).flatMap((file) => takenBy(readFileSync(file, 'utf8'))));
    expect([...taken].sort()).toEqual(Object.keys(standIn).sort());
  });

  it('runs what is to be flushed', () => {
    expect(flushSync(() => 7)).toBe(7);
  });
});
