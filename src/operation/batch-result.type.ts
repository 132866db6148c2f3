import { createUnionType, Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import type { ItemAnswer } from './batch.js';

@Directive('@shareable')
@ObjectType({ description: 'The item is recorded (已登记).' })
export class ItemRecorded {
  @Field(() => String, { description: "The client's own key." })
  key!: string;

  @Field(() => ID)
  id!: string;

  @Field(() => [String], {
    description: 'Input fields another institution owns; recorded as proposals (转为变更建议的字段).',
  })
  proposed!: string[];
}

@Directive('@shareable')
@ObjectType({
  description: 'The same key with the same content was recorded before; nothing was written (此前已登记).',
})
export class ItemAlreadyRecorded {
  @Field(() => String)
  key!: string;

  @Field(() => ID)
  id!: string;
}

@Directive('@shareable')
@ObjectType({ description: 'The item is refused; its neighbours are not affected (未予登记).' })
export class ItemRefused {
  @Field(() => String)
  key!: string;

  @Field(() => String, { description: 'A code of schema/refusals.md.' })
  code!: string;

  @Field(() => String)
  message!: string;

  @Field(() => String, { description: 'The sentence in Chinese (中文说明).' })
  messageZh!: string;

  @Field(() => [String], { description: 'Path of the field at fault, from the argument downwards.' })
  path!: string[];
}

const kinds = { recorded: ItemRecorded, alreadyRecorded: ItemAlreadyRecorded, refused: ItemRefused };

export const ItemResult = createUnionType({
  name: 'ItemResult',
  description: 'How one item of a batch was answered (逐项结果).',
  types: () => [ItemRecorded, ItemAlreadyRecorded, ItemRefused] as const,
  resolveType: (answer) => kinds[(answer as unknown as ItemAnswer).kind],
});

@Directive('@shareable')
@ObjectType({
  description:
    'The answers to a batch, in its order: a fault of one item refuses that item only. Faults of form that GraphQL finds before the operation runs (a required field that is missing, a value of the wrong kind) refuse the whole request, with the path of the first in extensions.at (批次结果).',
})
export class BatchResult {
  @Field(() => Int)
  recorded!: number;

  @Field(() => Int)
  alreadyRecorded!: number;

  @Field(() => Int)
  refused!: number;

  @Field(() => [ItemResult])
  results!: (typeof ItemResult)[];
}

/** The answers of `recordBatch` as the schema shows them. */
export function batchResult(answers: readonly ItemAnswer[]): BatchResult {
  const count = (kind: ItemAnswer['kind']) => answers.filter((answer) => answer.kind === kind).length;
  return {
    recorded: count('recorded'),
    alreadyRecorded: count('alreadyRecorded'),
    refused: count('refused'),
    results: answers.map(shown) as BatchResult['results'],
  };
}

function shown(answer: ItemAnswer) {
  if (answer.kind !== 'refused') return { ...answer, proposed: answer.note ?? [] };
  const { kind, key, refusal } = answer;
  return {
    kind,
    key,
    code: refusal.code,
    message: refusal.message,
    messageZh: refusal.messageZh,
    path: refusal.at.map(String),
  };
}
