import { Alert, Button, Checkbox, Input, Textarea } from '@mantine/core';
import type { ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import type { Ticket } from '../../../ui/api/types';
import { useCommand } from '../../../ui/api/use-command';
import { useDraft } from '../../../ui/drafts/use-draft';
import { DraftNotice } from '../../../ui/drafts/draft-notice';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useViewer } from '../../../ui/session/viewer';
import { MESSAGES as ASSIGNMENT } from '../assignment/messages';
import { useAssign } from '../assignment/use-assign';
import { ImpactFacts } from '../incidents/impact-facts';
import { ActionDialog } from '../ticket/action-dialog';
import { missingFields } from '../ticket/missing-fields';
import { useEarlier } from '../ticket/use-earlier';
import { MESSAGES } from './messages';
import { PossibleSolutions, type PossibleSolution } from './possible-solutions';
import { PriorityMatrix, type Cell } from './priority-matrix';
import { TypeField } from './type-field';
import { useMatrix } from './use-matrix';

interface Points {
  nature: string;
  priorityConfirmed: boolean;
  contactConfirmed: boolean;
  historyReviewed: boolean;
  possibleSolutions: PossibleSolution[];
  responsibilities: string;
}

interface Form extends Points {
  message: string;
  type: string;
  cell: Cell | null;
}

/** The first attention: the six points to settle, the classification when it is missing, and the answer to the client. */
export function AttendDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }): ReactElement {
  const { t } = useMessages(MESSAGES);
  const claimLabel = useMessages(ASSIGNMENT).t('assignment.claim');
  const viewer = useViewer();
  const { folio, assignee, contact, priority, milestones } = ticket;
  const draft = useDraft<Form>(`attend:${folio}`, emptyForm(ticket));
  const form = draft.value;
  const change = (next: Partial<Form>): void => draft.change((before) => ({ ...before, ...next }));
  const classifies = milestones.categorized === null || milestones.prioritized === null;
  const propose = useMatrix(form.type);
  const claim = useAssign(folio);
  const earlier = useEarlier(ticket);
  const attend = useCommand({
    name: `attend:${folio}`,
    send: (body: ReturnType<typeof bodyOf>, header) =>
      api.PUT('/tickets/{folio}/first-attention', { params: { path: { folio }, header }, body }),
    onDone() {
      draft.clear();
      onClose();
    },
  });
  const shown = priority ?? (form.cell && propose(form.cell.impact, form.cell.urgency));
  const required = {
    nature: form.nature,
    ...(classifies && { matrix: form.cell ? 'chosen' : '' }),
    possibleSolutions: form.possibleSolutions.every(({ summary }) => summary.trim() !== '') ? 'given' : '',
    responsibilities: form.responsibilities,
  };
  return (
    <ActionDialog
      title={t('classification.attend.title', { folio })}
      submit={t(
        form.message.trim() === '' ? 'classification.attend.save' : 'classification.attend.saveAndSend',
      )}
      size="xl"
      onClose={onClose}
      onSubmit={() => attend.mutate(bodyOf(form, classifies))}
      pending={attend.isPending}
      problem={attend.error ?? claim.error}
      missing={missingFields(required, t('classification.required'))}
      labels={{
        nature: t('classification.attend.nature'),
        matrix: t('classification.matrix'),
        possibleSolutions: t('classification.attend.solutions'),
        responsibilities: t('classification.attend.responsibilities'),
      }}
    >
      {assignee === null && (
        <Alert color="orange" variant="outline">
          {t('classification.attend.needsAssignee')}{' '}
          <Button
            size="compact-md"
            loading={claim.isPending}
            onClick={() => claim.mutate({ agentId: viewer.id })}
          >
            {claimLabel}
          </Button>
        </Alert>
      )}
      <DraftNotice draft={draft} />
      <Textarea
        id="nature"
        data-autofocus
        label={t('classification.attend.nature')}
        autosize
        minRows={2}
        value={form.nature}
        onChange={(event) => change({ nature: event.currentTarget.value })}
      />
      {classifies && (
        <>
          <TypeField value={form.type} onChange={(type) => change({ type })} />
          <ImpactFacts ticket={ticket} type={form.type} />
          <PriorityMatrix
            id="matrix"
            chosen={form.cell}
            propose={propose}
            onChoose={(cell) => change({ cell })}
          />
        </>
      )}
      <Checkbox
        label={
          shown
            ? t('classification.attend.priority', { priority: t(`ui.priority.${shown}`) })
            : t('classification.attend.priority.none')
        }
        checked={form.priorityConfirmed}
        onChange={(event) => change({ priorityConfirmed: event.currentTarget.checked })}
      />
      <Checkbox
        label={t('classification.attend.contact')}
        description={`${contact.name} · ${contact.phone} · ${contact.email}`}
        checked={form.contactConfirmed}
        onChange={(event) => change({ contactConfirmed: event.currentTarget.checked })}
      />
      <Checkbox
        label={t('classification.attend.history')}
        description={
          earlier &&
          t('classification.attend.history.open', {
            open: earlier.open.length,
            closed: earlier.closed.length,
          })
        }
        checked={form.historyReviewed}
        onChange={(event) => change({ historyReviewed: event.currentTarget.checked })}
      />
      <Input.Wrapper
        label={t('classification.attend.solutions')}
        description={t('classification.attend.solutions.hint')}
        labelElement="div"
      >
        <PossibleSolutions
          solutions={form.possibleSolutions}
          onChange={(possibleSolutions) => change({ possibleSolutions })}
        />
      </Input.Wrapper>
      <Textarea
        id="responsibilities"
        label={t('classification.attend.responsibilities')}
        autosize
        minRows={2}
        value={form.responsibilities}
        onChange={(event) => change({ responsibilities: event.currentTarget.value })}
      />
      <Textarea
        id="message"
        label={t('classification.attend.message')}
        description={t('classification.attend.message.hint')}
        autosize
        minRows={3}
        value={form.message}
        onChange={(event) => change({ message: event.currentTarget.value })}
      />
    </ActionDialog>
  );
}

function emptyForm({ attention, type, impact, urgency }: Ticket): Form {
  return {
    nature: attention?.nature ?? '',
    priorityConfirmed: attention?.priorityConfirmed ?? false,
    contactConfirmed: attention?.contactConfirmed ?? false,
    historyReviewed: attention?.historyReviewed ?? false,
    possibleSolutions:
      attention !== null && attention.possibleSolutions.length > 0
        ? attention.possibleSolutions
        : [{ summary: '', estimatedMinutes: 30 }],
    responsibilities: attention?.responsibilities ?? '',
    message: '',
    type,
    cell: impact && urgency ? { impact, urgency } : null,
  };
}

function bodyOf({ message, type, cell, ...points }: Form, classifies: boolean) {
  return {
    ...points,
    ...(message.trim() !== '' && { message }),
    ...(classifies && cell && { type, ...cell }),
  };
}
