import { useEffect, type FC } from 'react';

/** What the console's name is here, which it writes behind every title. */
const product = 'Calico Readiness';

/** Titles of what is on the page, in the order in which they came; the last one is shown. */
const titles: { text: string }[] = [];

const show = (): void => {
  const text = titles.at(-1)?.text;
  document.title = text === undefined ? product : `${text} · ${product}`;
};

/** Sets the title of the browser's tab for as long as it is on the page; a page without one has the console's name. */
export const DocumentTitle: FC<{ readonly children?: string }> = ({ children = '' }) => {
  useEffect(() => {
    const title = { text: children };
    titles.push(title);
    show();
    return () => {
      titles.splice(titles.indexOf(title), 1);
      show();
    };
  }, [children]);
  return null;
};
