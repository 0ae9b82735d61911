import { render, screen } from '@testing-library/react';
import { act } from 'react-dom/test-utils';
import i18next from 'i18next';
import { msg } from '@calico-readiness/requirements';
import { useCatalogueTexts } from './useCatalogueTexts';
import { catalogueNamespace, useReadinessTranslation } from './useReadinessTranslation';

const sentence = msg('firewalld is active');
const withValue = msg('Match {{match}}', { match: 'set' });

const Sentences = () => {
  const { message } = useReadinessTranslation();
  return useCatalogueTexts() ? <p>{`${message(sentence)}. ${message(withValue)}.`}</p> : null;
};

describe("the catalogue's sentences", () => {
  afterEach(async () => {
    i18next.removeResourceBundle('fr', catalogueNamespace);
    await act(async () => void (await i18next.changeLanguage('en')));
  });

  it('are their own texts in English, with their values', () => {
    render(<Sentences />);

    expect(screen.getByText('firewalld is active. Match set.')).toBeInTheDocument();
  });

  it("are shown in the user's language where it is there", async () => {
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
