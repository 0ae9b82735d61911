import type { FC } from 'react';
import { Alert, AlertActionLink, Card, CardBody, CardTitle, Flex, PageSection } from '@patternfly/react-core';
import { DocumentTitle } from '../sdk/document-title';
import { ListPageHeader } from '../sdk/list-page-header';
import { useExtensions } from '../plugins/extensions-context';
import { useLabel } from '../translation/use-label';
import { HealthItem } from './health-item';

/**
 * The console's first page: of it the status card, with what plugins add. There is no Prometheus behind it, so every
 * alert that the plugin answers is shown as if it fired; a console shows those that do.
 */
export const OverviewPage: FC = () => {
  const items = useExtensions('console.dashboards/overview/health/resource');
  const alerts = useExtensions('console.alert-action');
  const label = useLabel();
  return (
    <>
      <DocumentTitle>Overview</DocumentTitle>
      <ListPageHeader title="Overview" hideFavoriteButton />
      <PageSection hasBodyWrapper={false} isFilled>
        <Card component="section" aria-label="Status" data-test="status-card">
          <CardTitle component="h2">Status</CardTitle>
          <CardBody>
            <Flex>
              {items.map(({ uid, properties }) => (
                <HealthItem key={uid} health={properties} />
              ))}
            </Flex>
            {alerts.map(({ uid, properties: { alert, text, action } }) => (
              <Alert
                key={uid}
                isInline
                isPlain
                component="h3"
                variant="warning"
                title={alert}
                actionLinks={
                  <AlertActionLink
                    component="button"
                    aria-label={`${label(text)}: ${alert}`}
                    onClick={() =>
                      void action().then((run) => (run as (alert: unknown) => void)({ labels: { alertname: alert } }))
                    }
                  >
                    {label(text)}
                  </AlertActionLink>
                }
              />
            ))}
          </CardBody>
        </Card>
      </PageSection>
    </>
  );
};
