import { DomainError } from '../domain-error';
import { isMoney, type Money } from '../money';
import { closing } from './close';
import type { CommandData } from './commands';
import type { Rule } from './rule';
import { answered, askSettlement } from './targets';
import { isHeldBySession } from './ticket';

/** Handing over to consulting; the ticket closes as out of scope unless a supportable rest stays. */
export const refer: Rule<CommandData['refer']> = {
  ask: (ticket, _data, asking) => askSettlement(ticket, asking),
  decide(ticket, { description, keepOpen, reference, cost }, context) {
    assertMoney(cost);
    if (!keepOpen && isHeldBySession(ticket)) throw new DomainError('session_open');
    const address = context.policy.consultingEmail;
    return [
      {
        type: 'referred',
        data: { description, address, keepOpen, reference: reference ?? null, cost: cost ?? null },
      },
      // The client is told of it, which answers them.
      ...(keepOpen
        ? answered(ticket, context)
        : closing(ticket, { reason: 'out_of_scope', message: description }, context)),
    ];
  },
};

/** What consulting answered: its reference, and the cost once it is known. A cost already told stays. */
export const updateReferral: Rule<CommandData['updateReferral']> = {
  decide({ referral }, { reference, cost = referral?.cost ?? undefined }) {
    if (!referral) throw new DomainError('not_referred');
    assertMoney(cost);
    const same = reference === referral.reference && isSameMoney(cost, referral.cost ?? undefined);
    return same ? [] : [{ type: 'referral_updated', data: { reference, cost: cost ?? null } }];
  },
};

function assertMoney(cost: unknown): void {
  if (cost !== undefined && !isMoney(cost)) throw new DomainError('invalid_command', 'cost');
}

function isSameMoney(one: Money | undefined, other: Money | undefined): boolean {
  return one?.amount === other?.amount && one?.currency === other?.currency;
}
