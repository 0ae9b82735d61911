import { useMemo, type ComponentType, type FC } from 'react';
import { Button, Flex, FlexItem, Popover, Spinner } from '@patternfly/react-core';
import { CheckCircleIcon, ExclamationTriangleIcon, UnknownIcon } from '@patternfly/react-icons';
import { useTranslation } from 'react-i18next';
import { useK8sWatchResources } from '@openshift-console/dynamic-plugin-sdk';
import type { CodeReference, ResourceHealth } from '../plugins/extension';
import { useLoaded } from '../plugins/use-loaded';
import { useLabel } from '../translation/use-label';

type Results = Readonly<Record<string, unknown>>;
type Handler = (results: Results, t: unknown) => { readonly state: string; readonly message?: string };

/** The words of the consoles for states without a message of the plugin. */
const words: Readonly<Record<string, string>> = { NOT_AVAILABLE: 'Not available', UNKNOWN: 'Unknown', OK: '' };

const StateIcon: FC<{ readonly state: string }> = ({ state }) => {
  if (state === 'LOADING') return <Spinner size="md" aria-label="Loading" />;
  if (state === 'OK') return <CheckCircleIcon />;
  return state === 'WARNING' || state === 'ERROR' ? <ExclamationTriangleIcon /> : <UnknownIcon />;
};

/** One line of the status card; nothing until the plugin's code is loaded. */
export const HealthItem: FC<{ readonly health: ResourceHealth }> = ({ health }) => {
  const references = useMemo<readonly CodeReference[]>(
    () => [
      health.resources,
      health.healthHandler,
      ...(health.popupComponent === undefined ? [] : [health.popupComponent]),
    ],
    [health],
  );
  const loaded = useLoaded(references);
  if (loaded === undefined) return null;
  const [resources, handler, Popup] = loaded;
  return (
    <LoadedHealthItem
      title={health.title}
      popupTitle={health.popupTitle ?? health.title}
      resources={resources as Parameters<typeof useK8sWatchResources>[0]}
      handler={handler as Handler}
      Popup={Popup as ComponentType<Results> | undefined}
    />
  );
};

interface LoadedHealthItemProps {
  readonly title: string;
  readonly popupTitle: string;
  readonly resources: Parameters<typeof useK8sWatchResources>[0];
  readonly handler: Handler;
  readonly Popup: ComponentType<Results> | undefined;
}

const LoadedHealthItem: FC<LoadedHealthItemProps> = ({ title, popupTitle, resources, handler, Popup }) => {
  const { t } = useTranslation();
  const label = useLabel();
  const results = useK8sWatchResources(resources) as Results;
  const { state, message = words[state] ?? '' } = handler(results, t);
  const name = label(title);
  return (
    <Flex data-test="health-item" data-state={state} alignItems={{ default: 'alignItemsCenter' }}>
      <FlexItem>
        <StateIcon state={state} />
      </FlexItem>
      <FlexItem>
        {Popup === undefined || state === 'LOADING' ? (
          name
        ) : (
          <Popover headerContent={label(popupTitle)} bodyContent={<Popup {...results} />} position="top">
            <Button variant="link" isInline>
              {name}
            </Button>
          </Popover>
        )}
        <div>
          <small>{message}</small>
        </div>
      </FlexItem>
    </Flex>
  );
};
