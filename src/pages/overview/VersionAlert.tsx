import { useState } from 'react';
import { AlertActionLink } from '@patternfly/react-core';
import { LabelledAlert } from '../../components/labelled/LabelledAlert';
import type { CalicoVersion } from '@calico-readiness/requirements';
import { profilesPath } from '../../components/addresses';
import { Link } from '../../console/router';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { useDeclaration } from './useDeclaration';
import { VersionDialog } from './VersionDialog';

/** Nobody said which Calico is to be installed, so that a default decides what nodes have to meet: says so, and offers the choice. */
export const VersionAlert = ({ defaulted }: { readonly defaulted: CalicoVersion }) => {
  const { t } = useReadinessTranslation();
  const declaration = useDeclaration();
  const [isChoosing, setChoosing] = useState(false);
  const { declared } = declaration;
  if (declared !== undefined && !isChoosing) {
    return (
      <LabelledAlert
        isInline
        component="p"
        variant="info"
        title={t('Calico {{version}} is declared', { version: declared })}
        role="status"
      >
        {t(
          'The nodes are still evaluated for Calico {{version}}. This page follows as soon as their agents have reported.',
          {
            version: defaulted,
          },
        )}
      </LabelledAlert>
    );
  }
  return (
    <>
      <LabelledAlert
        isInline
        component="p"
        variant="info"
        title={t('No Calico version is declared')}
        actionLinks={
          <>
            <AlertActionLink
              onClick={() => {
                declaration.reset();
                setChoosing(true);
              }}
            >
              {t('Declare the version')}
            </AlertActionLink>
            <Link to={profilesPath}>{t('Which Calico fits this cluster?')}</Link>
          </>
        }
      >
        {t('The nodes are evaluated for Calico {{version}}, the default. Other versions have other requirements.', {
          version: defaulted,
        })}
      </LabelledAlert>
      {isChoosing && (
        <VersionDialog
          declaration={declaration}
          onClose={() => {
            setChoosing(false);
          }}
        />
      )}
    </>
  );
};
