import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CopyButton } from './CopyButton';

describe('the button that copies', () => {
  it.each(['{Enter}', ' '])('says that it did, also to who presses %j', async (key) => {
    const user = userEvent.setup();
    render(<CopyButton label="commands" text="a b" />);
    await user.tab();
    expect(screen.getByRole('button', { name: 'Copy: commands' })).toHaveFocus();
    expect(await screen.findByText('Copy')).toBeInTheDocument();
    await user.keyboard(key);

    expect(await screen.findByText('Copied')).toBeInTheDocument();
    expect(await navigator.clipboard.readText()).toBe('a b');
  });
});
