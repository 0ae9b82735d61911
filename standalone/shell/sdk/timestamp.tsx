import { useEffect, useState, type FC } from 'react';
import { useTranslation } from 'react-i18next';
import { GlobeAmericasIcon } from '@patternfly/react-icons';
import { formatLanguageOf } from '../translation/start-translation';

interface TimestampProps {
  readonly timestamp?: string | number | null;
  readonly simple?: boolean;
  readonly omitSuffix?: boolean;
  readonly className?: string;
}

/** The console writes times of the last ten and a half minutes as an age. */
const longestAgeSeconds = 630;

const ageText = (seconds: number, language: string): string =>
  seconds < 60
    ? 'Just now'
    : new Intl.RelativeTimeFormat(language, { numeric: 'always' }).format(-Math.round(seconds / 60), 'minute');

/** A time as the console writes it: recent ones as an age, others as date and time of day, behind a globe. */
export const Timestamp: FC<TimestampProps> = ({ timestamp, simple = false, className = '' }) => {
  const { i18n } = useTranslation();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 10_000);
    return () => clearInterval(timer);
  }, []);
  const time = typeof timestamp === 'number' ? timestamp * 1000 : Date.parse(timestamp ?? '');
  if (Number.isNaN(time)) return <div className="co-timestamp">-</div>;
  const seconds = (now - time) / 1000;
  const language = formatLanguageOf(i18n.language);
  const absolute = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(time);
  const text = seconds >= 0 && seconds <= longestAgeSeconds ? ageText(seconds, language) : absolute;
  if (simple) return <>{text}</>;
  return (
    <div className={`co-timestamp co-icon-and-text ${className}`}>
      <GlobeAmericasIcon className="co-icon-and-text__icon" />
      <span title={new Date(time).toUTCString()} data-test="timestamp">
        {text}
      </span>
    </div>
  );
};
