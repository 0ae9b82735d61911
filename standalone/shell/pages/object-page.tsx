import { useMemo, type FC } from 'react';
import { Alert, PageSection } from '@patternfly/react-core';
import { useK8sWatchResource, type K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { useParams } from '@profile/router';
import { DocumentTitle } from '../sdk/document-title';
import { PageHeading } from './page-heading';
import { YamlSection } from './yaml-section';

/** The page of any other cluster-scoped object, so that links lead somewhere: its YAML. */
export const ObjectPage: FC = () => {
  const { reference = '', name = '' } = useParams();
  const groupVersionKind = useMemo(() => {
    const [group = '', version = '', kind = ''] = reference.split('~');
    return { group: group === 'core' ? '' : group, version, kind };
  }, [reference]);
  const [object, loaded, error] = useK8sWatchResource<K8sResourceCommon>({ groupVersionKind, name });
  const message = (error as { readonly message?: string } | undefined)?.message ?? '';
  return (
    <>
      <DocumentTitle>{`${name} · ${groupVersionKind.kind} · YAML`}</DocumentTitle>
      <PageHeading kind={groupVersionKind.kind} name={name} />
      {message === '' ? null : (
        <PageSection hasBodyWrapper={false}>
          <Alert variant="danger" isInline title="The object could not be read" children={message} />
        </PageSection>
      )}
      {loaded && message === '' ? <YamlSection object={object} /> : null}
    </>
  );
};
