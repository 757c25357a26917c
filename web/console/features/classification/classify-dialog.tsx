import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import type { Priority, Ticket } from '../../../ui/api/types';
import { useMessages } from '../../../ui/i18n/use-messages';
import { ImpactFacts } from '../incidents/impact-facts';
import { ActionDialog } from '../ticket/action-dialog';
import { missingFields } from '../ticket/missing-fields';
import classes from './classification.module.css';
import { MESSAGES } from './messages';
import { PriorityDefinitions } from './priority-definitions';
import { PriorityMatrix, type Cell } from './priority-matrix';
import { TypeField } from './type-field';
import { useClassify } from './use-classify';
import { PRIORITIES, useMatrix } from './use-matrix';

/** Type, impact and urgency, with the policy's words beside them; another priority than proposed needs its reason. */
export function ClassifyDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }): ReactElement {
  const { t } = useMessages(MESSAGES);
  const { folio, impact, urgency } = ticket;
  const [type, setType] = useState(ticket.type);
  const [note, setNote] = useState('');
  const [cell, setCell] = useState<Cell | null>(impact && urgency ? { impact, urgency } : null);
  const propose = useMatrix(type);
  const [reason, setReason] = useState('');
  const [other, setOther] = useState<Priority | null>(() => {
    const proposed = impact && urgency ? propose(impact, urgency) : null;
    return ticket.priority !== null && proposed !== null && ticket.priority !== proposed
      ? ticket.priority
      : null;
  });
  const proposed = cell && propose(cell.impact, cell.urgency);
  const priority = other !== null && other !== proposed ? other : null;
  const classify = useClassify(ticket, onClose);
  return (
    <ActionDialog
      title={t('classification.title', { folio })}
      submit={t('classification.save')}
      size="72rem"
      onClose={onClose}
      onSubmit={() => cell && classify.mutate({ type, note, cell, priority, reason })}
      pending={classify.isPending}
      problem={classify.error}
      missing={missingFields(
        { matrix: cell ? 'chosen' : '', ...(priority && { reason }) },
        t('classification.required'),
      )}
      labels={{ matrix: t('classification.matrix'), reason: t('classification.reason') }}
    >
      <div className={classes['columns']}>
        <div className={classes['column']}>
          <TypeField autoFocus value={type} onChange={setType} />
          {type !== ticket.type && (
            <TextInput
              label={t('classification.note')}
              value={note}
              onChange={(event) => setNote(event.currentTarget.value)}
            />
          )}
          <ImpactFacts ticket={ticket} type={type} />
          <PriorityMatrix id="matrix" chosen={cell} propose={propose} onChoose={setCell} />
          {proposed && (
            <NativeSelect
              label={t('classification.priority')}
              value={priority ?? proposed}
              onChange={(event) => setOther(event.currentTarget.value as Priority)}
              data={PRIORITIES.map((each) => ({
                value: each,
                label:
                  each === proposed
                    ? t('classification.proposed', { priority: t(`ui.priority.${each}`) })
                    : t(`ui.priority.${each}`),
              }))}
            />
          )}
          {priority && (
            <Textarea
              id="reason"
              label={t('classification.reason')}
              description={t('classification.reason.hint')}
              autosize
              minRows={2}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          )}
        </div>
        <PriorityDefinitions chosen={priority ?? proposed} />
      </div>
    </ActionDialog>
  );
}
