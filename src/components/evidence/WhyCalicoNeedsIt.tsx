import { ExternalLinkAltIcon } from '@patternfly/react-icons';
import type { Requirement } from '@calico-readiness/requirements';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { WithLastWord } from './WithLastWord';

/**
 * The quoted sentence of the requirements document and what the judged Calico release says instead, or the reason
 * beyond the document; and where to read on.
 */
export const WhyCalicoNeedsIt = ({ requirement }: { requirement: Requirement }) => {
  const { t, message } = useReadinessTranslation();
  const { origin, releaseSentences = [] } = requirement;
  return (
    <>
      {origin.kind === 'document' ? (
        origin.quotes.map((quote) => (
          <blockquote key={quote} className="calico-readiness__quote" lang="en">
            {quote}
          </blockquote>
        ))
      ) : (
        <p>
          {message(origin.reason)}{' '}
          <span className="calico-readiness__quiet">{t('(beyond the requirements document)')}</span>
        </p>
      )}
      {releaseSentences.map(({ text, source }) => (
        <blockquote key={text} className="calico-readiness__quote" lang="en">
          {text} <cite className="calico-readiness__quiet">{source}</cite>
        </blockquote>
      ))}
      <p>{message(requirement.rationale)}</p>
      <ul className="calico-readiness__links">
        {requirement.links.map(({ title, url }) => (
          <li key={url}>
            <a href={url} target="_blank" rel="noopener noreferrer">
              <WithLastWord text={message(title)}>
                {' '}
                <ExternalLinkAltIcon aria-hidden="true" />
              </WithLastWord>
              <span className="pf-v6-screen-reader">{t('(opens a new tab)')}</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
};
