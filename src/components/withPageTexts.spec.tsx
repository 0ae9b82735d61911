import { render, screen, waitFor } from '@testing-library/react';
import { act } from 'react-dom/test-utils';
import i18next from 'i18next';
import { msg } from '@calico-readiness/requirements';
import english from '../../locales/en/calico-readiness-pages.json';
import french from '../../locales/fr/calico-readiness-pages.json';
import { withPageTexts } from './withPageTexts';
import { askForPageTexts, havePageTexts } from '../hooks/page-texts';
import { catalogueNamespace, pagesNamespace, useReadinessTranslation } from '../hooks/useReadinessTranslation';

const sentence = msg('firewalld is active');
const withValue = msg('Match {{match}}', { match: 'set' });

const Sentences = withPageTexts(() => {
  const { message } = useReadinessTranslation();
  return <p>{`${message(sentence)}. ${message(withValue)}.`}</p>;
});

const shown: string[] = [];

/** Two texts of the pages; every rendering is kept. */
const Texts = withPageTexts(() => {
  const { t } = useReadinessTranslation();
  const text = `${t('Clear all filters')}, ${t('{{number}} nodes', { count: 1, number: '1' })}`;
  shown.push(text);
  return <p>{text}</p>;
});

describe("the catalogue's sentences", () => {
  afterEach(async () => {
    i18next.removeResourceBundle('fr', catalogueNamespace);
    i18next.removeResourceBundle('fr', pagesNamespace);
    await act(async () => void (await i18next.changeLanguage('en')));
  });

  it('are their own texts in English, with their values', () => {
    render(<Sentences />);

    expect(screen.getByText('firewalld is active. Match set.')).toBeInTheDocument();
  });

  it("are shown in the user's language where it is there", async () => {
    i18next.addResourceBundle('fr', pagesNamespace, french);
    i18next.addResourceBundle('fr', catalogueNamespace, {
      [sentence.text]: 'firewalld est actif',
      [withValue.text]: 'Critère {{match}}',
    });
    await i18next.changeLanguage('fr');

    render(<Sentences />);

    expect(screen.getByText('firewalld est actif. Critère set.')).toBeInTheDocument();
  });

  it('stay English in a language that nobody translated to', async () => {
    await i18next.changeLanguage('eo');

    render(<Sentences />);

    expect(await screen.findByText('firewalld is active. Match set.')).toBeInTheDocument();
  });
});

describe('the texts of our pages', () => {
  beforeEach(() => {
    shown.length = 0;
  });

  afterEach(async () => {
    i18next.removeResourceBundle('fr', pagesNamespace);
    i18next.removeResourceBundle('fr', catalogueNamespace);
    i18next.addResourceBundle('en', pagesNamespace, english);
    await act(async () => void (await i18next.changeLanguage('en')));
  });

  it.each([
    ['en-US', 'en', 'Clear all filters, 1 node'],
    ['fr', 'fr', 'Effacer tous les filtres, 1 nœud'],
    ['eo', 'en', 'Clear all filters, 1 node'],
  ])('are shown in %s once they are there, and nothing before', async (asked, loaded, text) => {
    i18next.removeResourceBundle(loaded, pagesNamespace);
    await i18next.changeLanguage(asked);
    expect(i18next.hasResourceBundle(loaded, pagesNamespace)).toBe(false);

    render(<Texts />);

    expect(await screen.findByText(text)).toBeInTheDocument();
    expect([...new Set(shown)]).toEqual([text]);
  });

  it('are loaded where i18next has an empty file of them', async () => {
    i18next.addResourceBundle('fr', pagesNamespace, {});
    i18next.addResourceBundle('fr', catalogueNamespace, {});
    await i18next.changeLanguage('fr');

    render(<Texts />);

    expect(await screen.findByText('Effacer tous les filtres, 1 nœud')).toBeInTheDocument();
    expect([...new Set(shown)]).toEqual(['Effacer tous les filtres, 1 nœud']);
  });

  it('stay in the language before until those of the next are there', async () => {
    render(<Texts />);
    shown.length = 0;
    await act(async () => void (await i18next.changeLanguage('fr')));
    expect(await screen.findByText('Effacer tous les filtres, 1 nœud')).toBeInTheDocument();
    expect([...new Set(shown)]).toEqual(['Clear all filters, 1 node', 'Effacer tous les filtres, 1 nœud']);
  });

  it('are asked for before there is a page', async () => {
    await i18next.changeLanguage('fr');
    askForPageTexts();
    await waitFor(() => expect(havePageTexts(i18next, 'fr')).toBe(true));

    render(<Texts />);

    expect(new Set(shown)).toEqual(new Set(['Effacer tous les filtres, 1 nœud']));
  });
});
