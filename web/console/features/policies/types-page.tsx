import type { ReactElement } from 'react';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useCatalog } from '../../../ui/query/use-catalog';
import { Read } from '../../parts/read';
import { POLICIES_MESSAGES } from './messages';
import { PolicyForm } from './policy-form';
import { PolicyFrame } from './policy-frame';
import { TypesEditor } from './types-editor';

/** What can be asked of the service: how it stands to each type, its priorities, and what people read of it. */
export function TypesPage(): ReactElement {
  const { t } = useMessages(POLICIES_MESSAGES);
  const catalog = useCatalog();
  return (
    <PolicyFrame title={t('policies.types')} intro={t('policies.types.intro')}>
      {(policy, manages) => (
        <Read query={catalog}>
          {(data) => (
            <PolicyForm policy={policy} manages={manages}>
              {(next, change, base) => (
                <TypesEditor policy={base} next={next} catalog={data} manages={manages} onChange={change} />
              )}
            </PolicyForm>
          )}
        </Read>
      )}
    </PolicyFrame>
  );
}
