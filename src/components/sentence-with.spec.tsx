import { render } from '@testing-library/react';
import { listOf, sentenceWith } from './sentence-with';

const elements = { verdict: <b>Fail</b>, node: <a href="/n">worker-0</a> };

describe('a sentence with elements', () => {
  it.each([
    ['{{verdict}} on {{node}}', 'Fail on worker-0'],
    ['ノード {{node}} の判定: {{verdict}}', 'ノード worker-0 の判定: Fail'],
    ['{{verdict}}', 'Fail'],
  ])('has them where the language has them: %s', (translation, shown) => {
    const { container } = render(
      <p>
        {sentenceWith(elements, (places) =>
          translation.replace(/\{\{(\w+)\}\}/g, (_all, name: 'node') => places[name]),
        )}
      </p>,
    );

    expect(container).toHaveTextContent(shown);
    expect(container.querySelector('b')).toHaveTextContent('Fail');
  });

  it('takes nothing for markup', () => {
    const { container } = render(<p>{sentenceWith({ node: 'n' }, ({ node }) => `<b>of a host</b> on ${node}`)}</p>);

    expect(container).toHaveTextContent('<b>of a host</b> on n');
  });
});

describe('a list of elements', () => {
  it.each([
    ['en', 'a, b, c'],
    ['ja', 'a、b、c'],
    ['zh', 'a、b、c'],
    ['es', 'a, b y c'],
  ])('has in %s what stands between texts there', (language, shown) => {
    const { container } = render(<p>{listOf(language, [<b key="a">a</b>, 'b', 'c'])}</p>);

    expect(container).toHaveTextContent(shown);
    expect(container.querySelector('b')).toHaveTextContent('a');
  });
});
