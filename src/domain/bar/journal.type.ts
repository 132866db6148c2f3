import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../operation/connection.type.js';
import { DateScalar } from '../../operation/scalars.js';
import { DisclosureEnum, JournalReaderEnum, PublisherEnum } from './enums.type.js';

@ObjectType({
  description: 'A journal (刊物), row C13: 《浙江律师》 of the bar, 《浙江审判》 and 《案例指导》 of the court.',
})
export class Journal {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'Title (刊名).' })
  title!: string;

  @Field(() => PublisherEnum)
  publisher!: string;

  @Field(() => String, { nullable: true, description: 'ISSN (国际标准连续出版物号), when it has one.' })
  issn!: string | null;

  @Field(() => String, { description: 'Language, BCP 47 (语种).' })
  language!: string;
}

@ObjectType({ description: 'An issue of a journal (刊期). Reached by the readers its audience names.' })
export class JournalIssue {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: 'Year of the volume (年度).' })
  year!: number;

  @Field(() => Int, { description: 'Number within the year (期号).' })
  number!: number;

  @Field(() => DateScalar, { description: 'Day of publication (发布日).' })
  publishedOn!: string;

  @Field(() => [JournalReaderEnum], {
    nullable: true,
    description: "Readers it is for (读者范围); shown to the publisher's editors.",
  })
  audience!: string[] | null;
}

@ObjectType({
  description: 'An article (文章), with a disclosure decision of its own (依法依规不予公开或不宜交流的除外).',
})
export class JournalArticle {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'Title (题名).' })
  title!: string;

  @Field(() => [String], { description: 'Authors (作者).' })
  authors!: string[];

  @Field(() => String, { nullable: true, description: 'Abstract (摘要).' })
  abstract!: string | null;

  @Field(() => String, { description: 'Full text (全文).' })
  body!: string;

  @Field(() => DisclosureEnum)
  disclosure!: string;

  @Field(() => [JournalReaderEnum], {
    nullable: true,
    description: "Readers a RESTRICTED article is for (限定的读者); shown to the publisher's editors.",
  })
  audience!: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: "Why a WITHHELD article is held back (不予公开的依据); shown to the publisher's editors.",
  })
  withheldBasis!: string | null;
}

export const JournalIssueConnection = connectionType('JournalIssue', () => JournalIssue);
