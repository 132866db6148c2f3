import { Field, ObjectType, Query, Resolver } from 'type-graphql';
import { PractitionerCategoryEnum } from './enums.type.js';
import { practitionerCategories } from './licence.terms.js';

@ObjectType({ description: 'A category of practitioner (执业类别), row C04.' })
class PractitionerCategoryEntry {
  @Field(() => PractitionerCategoryEnum)
  code!: string;

  @Field(() => String, { description: 'The term in Chinese (中文名称).' })
  zh!: string;
}

@Resolver()
export class PractitionerCategoryResolver {
  @Query(() => [PractitionerCategoryEntry], {
    description: 'The code list of practitioner categories (执业类别代码表). Basis: LB-13.',
  })
  practitionerCategories() {
    return Object.entries(practitionerCategories).map(([code, zh]) => ({ code, zh }));
  }
}
