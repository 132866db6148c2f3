import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateScalar, DateTimeScalar } from '../../operation/scalars.js';
import { LeadingPostEnum, OrganKindEnum, RankBandEnum, StaffCategoryEnum, TenureEnum } from './staff-enums.type.js';

@ObjectType({
  description:
    'A stretch of service of equal post, category and rank (任职经历). A correction supersedes it; both stay.',
})
export class CourtService {
  @Field(() => ID)
  id!: string;

  @Field(() => OrganKindEnum)
  organKind!: string;

  @Field(() => String, { nullable: true, description: 'Name of an organ that is no court (机关名称).' })
  organName!: string | null;

  @Field(() => String, { nullable: true, description: 'Division of that organ, GB/T 2260 (机关行政区划).' })
  organDivisionCode!: string | null;

  @Field(() => String, { nullable: true, description: 'Post (职务).' })
  post!: string | null;

  @Field(() => StaffCategoryEnum, { nullable: true })
  category!: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Rank by ordinal on the ladder of the category, 1 the highest, 7 四级高级 (等级序位); null when unknown.',
  })
  rank!: number | null;

  @Field(() => RankBandEnum, { nullable: true })
  rankBand!: string | null;

  @Field(() => TenureEnum, { nullable: true })
  tenure!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'In post (在编); null when unknown.' })
  isInPost!: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Civil servant (公务员); null when unknown.' })
  isCivilServant!: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Member of the leadership (领导班子成员); null when unknown.' })
  isLeadershipMember!: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Full-time member of the judicial committee (审委会专职委员).' })
  isCommitteeMember!: boolean | null;

  @Field(() => LeadingPostEnum, { nullable: true })
  leadingPost!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Works on trials or enforcement (审判、执行人员).' })
  triesOrEnforces!: boolean | null;

  @Field(() => DateScalar, { description: 'First day (起始日).' })
  from!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day, as stated or by the departure that ended it; null while it goes on (截止日).',
  })
  until!: string | null;

  @Field(() => ID, { nullable: true, description: 'The service this one corrects (所更正的任职).' })
  supersedes!: string | null;

  @Field(() => ID, { nullable: true, description: 'The service that corrected this one (更正后的任职).' })
  supersededBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  recordedAt!: string | null;
}
