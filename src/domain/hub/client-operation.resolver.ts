import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { pageOf } from '../../kernel/page.js';
import type { Ask } from '../../operation/ask.js';
import { BatchResult, batchResult } from '../../operation/batch-result.type.js';
import { connectionOf } from '../../operation/connection.type.js';
import { toOne } from '../../operation/edge.js';
import { actOf } from '../../operation/operation.js';
import type { Shown } from '../../operation/reading.js';
import { selectedFields, selectedOfNodes } from '../../operation/selection.js';
import { clientsByIds } from './client.store.js';
import { Client } from './client.type.js';
import { countOperations, listOperations, OPERATION_ORDER } from './client-operation.store.js';
import {
  ClientOperation,
  ClientOperationConnection,
  ClientOperationInput,
  OperationRetirementInput,
} from './client-operation.type.js';
import { registerClientOperations, retireClientOperations } from './client-operation-registering.js';

/** The operations that clients have registered. Basis: LB-20. */
@Resolver(() => ClientOperation)
export class ClientOperationResolver {
  @Query(() => ClientOperationConnection, {
    description: 'Operations that a client has or had registered, latest first (已登记操作目录). Basis: LB-20.',
  })
  async clientOperations(
    @Ctx() ask: Ask,
    @Info() info: GraphQLResolveInfo,
    @Arg('client', () => ID) client: string,
    @Arg('first', () => Int, { nullable: true }) first?: number | null,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ) {
    const page = pageOf(first, after);
    const reading = await ask.reading();
    const rows = await listOperations(reading, client, page, selectedOfNodes(info));
    const total = selectedFields(info).has('totalCount') ? await countOperations(reading, client) : undefined;
    return connectionOf(rows, page, OPERATION_ORDER, total);
  }

  @Mutation(() => BatchResult, {
    description:
      'Registers operations of clients, each held against the schema and the limits of documents (操作登记). Whole-batch errors: BATCH_EMPTY, BATCH_TOO_LARGE. Per item: NOT_FOUND, DOCUMENT_HASH_WRONG, OPERATION_NOT_ONE, OPERATION_INTROSPECTS, OPERATIONS_TOO_MANY, and what a document is refused with when it is asked, with line and column at the end of the path. Basis: LB-20.',
  })
  async registerClientOperations(
    @Ctx() ask: Ask,
    @Arg('operations', () => [ClientOperationInput]) operations: ClientOperationInput[],
  ) {
    const { crypto, judgeDocument } = ask.hub;
    return batchResult(await registerClientOperations(actOf(ask), crypto, judgeDocument, operations));
  }

  @Mutation(() => BatchResult, {
    description:
      'Retires registered operations: from now on they cannot be asked by their hash, and not at all by a limited client (操作停用). Per item: NOT_FOUND. Basis: LB-20.',
  })
  async retireClientOperations(
    @Ctx() ask: Ask,
    @Arg('operations', () => [OperationRetirementInput]) operations: OperationRetirementInput[],
  ) {
    return batchResult(await retireClientOperations(actOf(ask), ask.hub.crypto, operations));
  }

  @FieldResolver(() => Client, { nullable: true, description: 'The client (接入系统).' })
  client(@Ctx() ask: Ask, @Info() info: GraphQLResolveInfo, @Root() operation: Shown) {
    return toOne(ask, info, operation.client, clientsByIds);
  }
}
