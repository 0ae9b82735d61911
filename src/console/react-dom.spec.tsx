import { render, screen } from '@testing-library/react';
import * as genuine from 'react-dom';
import { createPortal, flushSync } from './react-dom';

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

  it('runs what is to be flushed', () => {
    expect(flushSync(() => 7)).toBe(7);
  });
});
