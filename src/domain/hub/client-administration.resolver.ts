import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Mutation, Resolver } from 'type-graphql';
import type { Ask } from '../../operation/ask.js';
import { actOf, afterCommit } from '../../operation/operation.js';
import { selectedFields } from '../../operation/selection.js';
import { clientById } from './client.store.js';
import { Client } from './client.type.js';
import { activateClient, disableClient, liftClientLock } from './client-admitting.js';
import { ClientInput, KeyRotationInput } from './client-input.type.js';
import { confirmClientKey, rotateClientKey, withdrawClientKey } from './client-key-rotating.js';
import { registerClient } from './client-registering.js';

/** What system and security administrators do about clients; neither does the other's work. Basis: LB-17, LB-18. */
@Resolver()
export class ClientAdministrationResolver {
  @Mutation(() => Client, {
    description:
      'Registers a client; it cannot be used before it is activated (接入系统登记). Errors: TEXT_INVALID, ACCOUNT_SHARED, FIELD_REQUIRED, VALUE_UNKNOWN, OUT_OF_REACH, ROLE_FOREIGN, PURPOSE_NOT_ALLOWED, CLIENT_EXISTS. Basis: LB-17.',
  })
  async registerClient(
    @Ctx() ask: Ask,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ClientInput) input: ClientInput,
  ) {
    return written(ask, info, await registerClient(actOf(ask), input));
  }

  @Mutation(() => Client, {
    description:
      'Adds a key to a client, which counts once a security administrator confirms it; its other keys then end after an overlap (密钥轮换). Errors: NUMBER_OUT_OF_RANGE, KEY_INVALID, NOT_FOUND, KEY_EXISTS. Basis: LB-17.',
  })
  async rotateClientKey(
    @Ctx() ask: Ask,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => KeyRotationInput) input: KeyRotationInput,
  ) {
    return written(ask, info, await rotateClientKey(actOf(ask), input));
  }

  @Mutation(() => Client, {
    description: 'Withdraws a key of a client at once, be it the only one (密钥撤回). Errors: NOT_FOUND. Basis: LB-17.',
  })
  async withdrawClientKey(
    @Ctx() ask: Ask,
    @Info() info: GraphQLResolveInfo,
    @Arg('client', () => ID) client: string,
    @Arg('kid', () => String) kid: string,
  ) {
    return written(ask, info, await withdrawClientKey(actOf(ask), client, kid));
  }

  @Mutation(() => Client, {
    description:
      'Confirms a key that another person added: from now on it counts, and the other keys end after its overlap (密钥确认). Errors: NOT_FOUND, SAME_PERSON. Basis: LB-18.',
  })
  async confirmClientKey(
    @Ctx() ask: Ask,
    @Info() info: GraphQLResolveInfo,
    @Arg('client', () => ID) client: string,
    @Arg('kid', () => String) kid: string,
  ) {
    return written(ask, info, await confirmClientKey(actOf(ask), client, kid));
  }

  @Mutation(() => Client, {
    description:
      'Activates a client that another person registered, with the keys it has by then, or one that was disabled (接入系统启用). Errors: NOT_FOUND, CLIENT_STATE_INVALID, SAME_PERSON, CLIENT_EXISTS. Basis: LB-18.',
  })
  async activateClient(@Ctx() ask: Ask, @Info() info: GraphQLResolveInfo, @Arg('id', () => ID) id: string) {
    return written(ask, info, await activateClient(actOf(ask), id));
  }

  @Mutation(() => Client, {
    description:
      'Disables a client: nobody is answered by it from now on (接入系统停用). Errors: TEXT_INVALID, NOT_FOUND, CLIENT_STATE_INVALID, NOT_ONESELF. Basis: LB-18.',
  })
  async disableClient(
    @Ctx() ask: Ask,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID) id: string,
    @Arg('reason', () => String) reason: string,
  ) {
    return written(ask, info, await disableClient(actOf(ask), id, reason));
  }

  @Mutation(() => Client, {
    description:
      'Lifts a lock-out of a client that holds, by the id of the lock (解除锁定). Errors: NOT_FOUND. Basis: LB-17.',
  })
  async liftClientLock(@Ctx() ask: Ask, @Info() info: GraphQLResolveInfo, @Arg('id', () => ID) id: string) {
    return written(ask, info, await liftClientLock(actOf(ask), id));
  }
}

const written = (ask: Ask, info: GraphQLResolveInfo, id: string) =>
  afterCommit(ask, (reading) => clientById(reading, id, selectedFields(info)));
