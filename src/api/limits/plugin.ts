import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import { OperationTypeNode } from 'graphql';
import type { Limits } from '../../kernel/limits.js';
import { Refusal } from '../../kernel/refusal.js';
import type { Ask } from '../../operation/ask.js';
import { Deadline } from '../../operation/deadline.js';
import { refusalBehind, requestError, shownRefusal } from '../errors.js';
import { costOf } from './cost.js';
import type { Guard } from './guard.js';
import type { Turns } from './turns.js';
import { costOfWords } from './words.js';

/** Counting what is refused for its cost takes so much of the time that answering the dearest that is not refused takes. */
const REFUSED_SHARE = 0.1;

/**
 * What one operation may take: its words before they are read, so that documents that are refused are not free; its cost
 * before it runs (TOO_COSTLY); a turn among the queries that run, and its time, the
 * wait for the turn included (TOO_SLOW). Mutations have the gate instead of turns.
 */
export function limitsPlugin(guard: Guard, limits: Limits, turns: Turns): ApolloServerPlugin<Ask> {
  return {
    async requestDidStart() {
      let cost = 0;
      return {
        async didResolveSource({ source, contextValue: ask }) {
          guard.charge(ask, costOfWords(source));
        },
        async didResolveOperation({ schema, document, operation, request, contextValue: ask }) {
          if (!operation) return;
          cost = costOf(schema, document, operation, request.variables ?? {}, limits.costLimit);
          if (cost > limits.costLimit) {
            guard.charge(ask, limits.costLimit * REFUSED_SHARE);
            throw requestError(new Refusal('TOO_COSTLY', [], { cost, limit: limits.costLimit }));
          }
          guard.charge(ask, cost);
        },
        async responseForOperation({ operation, contextValue: ask }) {
          ask.deadline = new Deadline(limits.operationMillis);
          if (operation?.operation !== OperationTypeNode.QUERY) return null;
          try {
            ask.turn = await turns.take(guard.clientOf(ask), cost, ask.deadline.signal);
            return null;
          } catch (error) {
            return {
              http: { headers: new HeaderMap() },
              body: { kind: 'single', singleResult: { errors: [told(error)] } },
            };
          }
        },
      };
    },
  };
}

const told = (error: unknown) => shownRefusal(refusalBehind(error));
