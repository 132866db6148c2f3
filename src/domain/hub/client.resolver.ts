import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { pageOf } from '../../kernel/page.js';
import type { Ask } from '../../operation/ask.js';
import { connectionOf } from '../../operation/connection.type.js';
import { toMany, toOne } from '../../operation/edge.js';
import type { Shown } from '../../operation/reading.js';
import { selectedFields, selectedOfNodes } from '../../operation/selection.js';
import { CLIENT_ORDER, clientById, countClients, keysOfClients, listClients, locksOfClients } from './client.store.js';
import type { ClientState } from './client.terms.js';
import { Client, ClientConnection, ClientKey, ClientLock } from './client.type.js';
import { ClientStateEnum } from './enums.type.js';
import { unitsByIds } from './unit.store.js';
import { Unit } from './unit.type.js';

/** Clients as administrators see them. Basis: LB-17. */
@Resolver(() => Client)
export class ClientResolver {
  @Query(() => ClientConnection, {
    description: 'Clients of the units in your charge, by their client id (接入系统目录). Basis: LB-17.',
  })
  async clients(
    @Ctx() ask: Ask,
    @Info() info: GraphQLResolveInfo,
    @Arg('state', () => ClientStateEnum, { nullable: true }) state?: ClientState | null,
    @Arg('first', () => Int, { nullable: true }) first?: number | null,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ) {
    const page = pageOf(first, after);
    const reading = await ask.reading();
    const rows = await listClients(reading, state ?? null, page, selectedOfNodes(info));
    const total = selectedFields(info).has('totalCount') ? await countClients(reading, state ?? null) : undefined;
    return connectionOf(rows, page, CLIENT_ORDER, total);
  }

  @Query(() => Client, {
    nullable: true,
    description: 'A client, or null when there is none within reach. Basis: LB-17.',
  })
  async client(@Ctx() ask: Ask, @Info() info: GraphQLResolveInfo, @Arg('id', () => ID) id: string) {
    return clientById(await ask.reading(), id, selectedFields(info));
  }

  @FieldResolver(() => Unit, { nullable: true, description: 'The unit it belongs to (所属单位).' })
  unit(@Ctx() ask: Ask, @Info() info: GraphQLResolveInfo, @Root() client: Shown) {
    return toOne(ask, info, client.unit, unitsByIds);
  }

  @FieldResolver(() => [ClientKey], { description: 'Its keys, latest first, ended and withdrawn ones too (密钥).' })
  keys(@Ctx() ask: Ask, @Info() info: GraphQLResolveInfo, @Root() client: Shown) {
    return toMany(ask, info, client.id, keysOfClients);
  }

  @FieldResolver(() => [ClientLock], { description: 'Lock-outs that hold now (当前锁定).' })
  locks(@Ctx() ask: Ask, @Info() info: GraphQLResolveInfo, @Root() client: Shown) {
    return toMany(ask, info, client.id, locksOfClients(ask.hub.clock.now()));
  }
}
