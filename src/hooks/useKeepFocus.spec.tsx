import { render, screen } from '@testing-library/react';
import { useKeepFocus } from './useKeepFocus';

const Page = ({ waivers }: { readonly waivers: number }) => {
  useKeepFocus(String(waivers), 'h2');
  return (
    <>
      <h2>Waivers</h2>
      {Array.from({ length: waivers }, (_, index) => (
        <button key={index}>{`End ${String(index)}`}</button>
      ))}
    </>
  );
};
const settled = () => new Promise((resolve) => setTimeout(resolve, 150));

describe('the focus', () => {
  it('goes to a heading when what had it goes away', async () => {
    const { rerender } = render(<Page waivers={3} />);
    screen.getByRole('button', { name: 'End 2' }).focus();
    rerender(<Page waivers={2} />);
    await settled();
    expect(screen.getByRole('heading')).toHaveFocus();
  });

  it('stays where it is while that is there', async () => {
    const { rerender } = render(<Page waivers={3} />);
    screen.getByRole('button', { name: 'End 0' }).focus();
    rerender(<Page waivers={2} />);
    await settled();
    expect(screen.getByRole('button', { name: 'End 0' })).toHaveFocus();
  });

  it('is not taken by what has only just loaded', async () => {
    const { rerender } = render(<Page waivers={0} />);
    rerender(<Page waivers={3} />);
    await settled();
    expect(document.body).toHaveFocus();
  });

  it('goes to a heading also where more goes away at once', async () => {
    const { rerender } = render(<Page waivers={3} />);
    screen.getByRole('button', { name: 'End 2' }).focus();
    rerender(<Page waivers={2} />);
    rerender(<Page waivers={1} />);
    await settled();
    expect(screen.getByRole('heading')).toHaveFocus();
  });
});
