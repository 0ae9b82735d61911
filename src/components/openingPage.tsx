import { lazy, Suspense } from 'react';
import type { ComponentType } from 'react';
import { askForFleet } from '../hooks/ask-for-fleet';
import { askForPageTexts } from '../hooks/page-texts';
import { useReadinessTranslation } from '../hooks/useReadinessTranslation';

/**
 * A page that shows the fleet, whose code is loaded beside the first rows and not before them. What stands here and in
 * the file that calls it has to stay small: it is loaded before anything is asked for.
 */
export function openingPage(load: () => Promise<ComponentType>): ComponentType {
  askForFleet();
  askForPageTexts();
  // Begun at once; the browser loads nothing twice, and what could not be loaded is tried again when it is shown.
  load().catch(() => undefined);
  const Page = lazy(async () => ({ default: await load() }));
  const OpeningPage = () => (
    <Suspense fallback={<Opening />}>
      <Page />
    </Suspense>
  );
  return OpeningPage;
}

/** PatternFly's spinner as the console shows it while it loads a page; the component would bring more than that along. */
const Opening = () => {
  const { t } = useReadinessTranslation();
  return (
    <div className="pf-v6-l-bullseye">
      <svg className="pf-v6-c-spinner pf-m-xl" role="progressbar" viewBox="0 0 100 100" aria-label={t('Loading')}>
        <circle className="pf-v6-c-spinner__path" cx="50" cy="50" r="45" fill="none" />
      </svg>
    </div>
  );
};
