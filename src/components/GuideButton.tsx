import type { ComponentPropsWithoutRef } from 'react';
import { Button } from '@patternfly/react-core';
import { guideById } from '@calico-readiness/requirements';
import type { GuideId } from '@calico-readiness/requirements';
import { Link } from '../console/router';
import { useReadinessTranslation } from '../hooks/useReadinessTranslation';
import { guideAddress } from './addresses';

interface GuideButtonProps {
  readonly guide: GuideId;
  readonly variant?: 'primary' | 'secondary';
}

/** The way from a cause or a finding to what fixes it. */
export const GuideButton = ({ guide, variant = 'secondary' }: GuideButtonProps) => {
  const { t, message } = useReadinessTranslation();
  const title = guideById(guide)?.shortTitle;
  return (
    <Button variant={variant} size="sm" component={GuideLink} href={guideAddress(guide)}>
      {t('Guide: {{guide}}', { guide: title === undefined ? guide : message(title) })}
    </Button>
  );
};

/** PatternFly's button gives an address as `href`; the router wants it as `to`. */
const GuideLink = ({ href = '', ...properties }: ComponentPropsWithoutRef<'a'>) => <Link to={href} {...properties} />;
