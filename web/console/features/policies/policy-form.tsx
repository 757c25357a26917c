import { Button, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement, type ReactNode } from 'react';
import { DraftNotice } from '../../../ui/drafts/draft-notice';
import { useDraft } from '../../../ui/drafts/use-draft';
import { useMessages } from '../../../ui/i18n/use-messages';
import { queryKeys } from '../../../ui/query/query-keys';
import { useCatalog } from '../../../ui/query/use-catalog';
import { changesOf } from './changes';
import { POLICIES_MESSAGES } from './messages';
import classes from './policies.module.css';
import { ReviewDialog } from './review-dialog';
import { POLICY, type Policy } from './use-policy';

/**
 * The next version of the policy, kept as one draft over all of its pages. What changes is counted as it is written,
 * and reviewed whole before it is made.
 */
export function PolicyForm({
  policy,
  manages,
  children,
}: {
  policy: Policy;
  manages: boolean;
  children: (next: Policy, change: (news: Partial<Policy>) => void) => ReactNode;
}): ReactElement {
  const { t, language } = useMessages(POLICIES_MESSAGES);
  const { data: catalog } = useCatalog();
  const queries = useQueryClient();
  const draft = useDraft<Policy>(`policy:${policy.version}`, policy);
  const [reviewing, setReviewing] = useState(false);
  const next = draft.value;
  const changes = changesOf(policy, next, { t, language, catalog });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setReviewing(true);
      }}
    >
      <Stack gap="lg">
        <DraftNotice draft={draft} />
        {children(next, (news) => draft.change((known) => ({ ...known, ...news })))}
        {manages && (
          <Group className={classes['bar'] ?? ''}>
            <Button type="submit">{t('policies.review')}</Button>
            <Text role="status">
              {changes.length === 0
                ? t('policies.review.none')
                : t('policies.changes', { count: changes.length })}
            </Text>
          </Group>
        )}
      </Stack>
      {reviewing && (
        <ReviewDialog
          policy={policy}
          next={next}
          changes={changes}
          onClose={() => setReviewing(false)}
          onReload={() => {
            draft.clear();
            setReviewing(false);
            void queries.invalidateQueries({ queryKey: POLICY });
          }}
          onSaved={(saved) => {
            draft.clear();
            setReviewing(false);
            queries.setQueryData(POLICY, saved);
            void queries.invalidateQueries({ queryKey: queryKeys.catalog });
          }}
        />
      )}
    </form>
  );
}
