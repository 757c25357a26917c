import { Button, Text } from '@mantine/core';
import type { UseMutationResult } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import type { ApiProblem } from '../api/api-problem';
import { ErrorState } from '../feedback/error-state';
import { ListSkeleton } from '../feedback/page-skeleton';
import { ProblemAlert } from '../feedback/problem-alert';
import { useMessages } from '../i18n/use-messages';
import type { Pages } from '../query/use-pages';
import { OWN_ACCOUNT } from './messages';
import classes from './own-account.module.css';

/** One of the list, as it is shown. */
export interface Listed {
  title: string;
  lines: readonly ReactNode[];
  /** Tells its button from the others' when it is read out; the title unless told. */
  spoken?: string;
  /** In place of the button. */
  mark?: ReactNode;
}

/** What one has given away or opened (invitations, log-ins, keys), each with the button that ends it. */
export function OwnList<Item extends { id: string }>({
  list,
  show,
  none,
  end,
  endWord,
}: {
  list: Pages<Item>;
  show: (item: Item) => Listed;
  /** In place of an empty list. */
  none: string;
  /** Ends the one of an id. */
  end: UseMutationResult<unknown, ApiProblem, string>;
  /** On the button. */
  endWord: string;
}): ReactElement {
  const { t } = useMessages(OWN_ACCOUNT);
  const { items, problem, hasMore, isFetchingMore, more, again } = list;
  if (items === undefined)
    return problem === null ? <ListSkeleton rows={2} /> : <ErrorState problem={problem} onRetry={again} />;
  if (items.length === 0) return <Text c="dimmed">{none}</Text>;
  return (
    <>
      {end.error && <ProblemAlert problem={end.error} />}
      <ul className={classes['list']}>
        {items.map((item) => {
          const { title, lines, spoken = title, mark } = show(item);
          return (
            <li key={item.id} className={classes['item']}>
              <div className={classes['what']}>
                <Text fw={600}>{title}</Text>
                {lines.map((line, index) => (
                  <Text key={index} size="sm" c="dimmed">
                    {line}
                  </Text>
                ))}
              </div>
              {mark ?? (
                <Button
                  variant="default"
                  size="compact-md"
                  aria-label={`${endWord}: ${spoken}`}
                  loading={end.isPending && end.variables === item.id}
                  onClick={() => end.mutate(item.id)}
                >
                  {endWord}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {hasMore && (
        <Button variant="default" loading={isFetchingMore} onClick={more}>
          {t('ui.more')}
        </Button>
      )}
    </>
  );
}
