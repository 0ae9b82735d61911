import { Button, List, ListItem } from '@patternfly/react-core';
import { ExternalLinkAltIcon } from '@patternfly/react-icons';
import type { DocumentationLink } from '@calico-readiness/requirements';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';

/** Links that leave the console. */
export const OfficialLinks = ({ links }: { links: readonly DocumentationLink[] }) => {
  const { t, message } = useReadinessTranslation();
  return (
    <List isPlain>
      {links.map(({ title, url }) => (
        <ListItem key={url}>
          <Button
            component="a"
            variant="link"
            isInline
            href={url}
            target="_blank"
            rel="noopener noreferrer"
            icon={<ExternalLinkAltIcon />}
            iconPosition="end"
          >
            {message(title)}
            <span className="pf-v6-screen-reader"> {t('(opens a new tab)')}</span>
          </Button>
        </ListItem>
      ))}
    </List>
  );
};
