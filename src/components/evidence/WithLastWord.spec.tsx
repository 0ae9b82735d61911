import { render } from '@testing-library/react';
import { WithLastWord } from './WithLastWord';

describe('what follows a text', () => {
  it.each([
    ['system requirements for OpenShift', 'OpenShift'],
    ['OpenShift のシステム要件', 'のシステム要件'],
    ['システム要件', '件'],
    [`see ${'x'.repeat(30)}`, 'x'],
    ['', ''],
  ])('stays with its end: %j', (text, end) => {
    const { container } = render(<WithLastWord text={text}> ↗</WithLastWord>);
    expect(container).toHaveTextContent(`${text} ↗`.trim());
    expect(container.querySelector('span')?.textContent).toBe(`${end} ↗`);
  });
});
