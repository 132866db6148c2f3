import { Field, InputType, Int } from 'type-graphql';
import { DateScalar } from '../../operation/scalars.js';
import { DisclosureEnum, JournalReaderEnum } from './enums.type.js';
import type { Disclosure, JournalReader } from './journal.terms.js';

@InputType({ description: 'An article to be published, with its disclosure decision (文章及公开属性).' })
export class JournalArticleInput {
  @Field(() => String, { description: 'Title (题名).' })
  title!: string;

  @Field(() => [String], { nullable: true, description: 'Authors (作者), at most 50.' })
  authors?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Abstract (摘要).' })
  abstract?: string | null;

  @Field(() => String, {
    description: 'Full text; parties are named in no way that tells who they are (全文,当事人须匿名).',
  })
  body!: string;

  @Field(() => DisclosureEnum)
  disclosure!: Disclosure;

  @Field(() => [JournalReaderEnum], {
    nullable: true,
    description: 'RESTRICTED only: the readers it is for, never PUBLIC (限定的读者).',
  })
  audience?: JournalReader[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'WITHHELD only: why it is held back (不予公开或不宜交流的依据).',
  })
  withheldBasis?: string | null;
}

@InputType({ description: 'An issue to be published by the institution that publishes the journal (刊期发布).' })
export class JournalIssueInput {
  @Field(() => String, {
    description: "The client's own key: the same key and content sent again is published once (幂等键).",
  })
  key!: string;

  @Field(() => String, { description: 'Title of the journal: 浙江律师, 浙江审判, 案例指导 (刊名).' })
  journal!: string;

  @Field(() => Int, { description: 'Year of the volume; at most one off the year of publication (年度).' })
  year!: number;

  @Field(() => Int, { description: 'Number within the year, from 1 (期号).' })
  number!: number;

  @Field(() => DateScalar, { description: 'Day of publication (发布日).' })
  publishedOn!: string;

  @Field(() => [JournalReaderEnum], { description: 'Readers the issue is for; PUBLIC is everybody (读者范围).' })
  audience!: JournalReader[];

  @Field(() => [JournalArticleInput], { description: 'Its articles, 1 to 200, in their order.' })
  articles!: JournalArticleInput[];
}
