import { Field, ObjectType, Query, Resolver } from 'type-graphql';
import { CourtPersonnelCategoryEnum } from './enums.type.js';
import { personnelCategories } from './personnel-category.terms.js';

@ObjectType({ description: 'A category of court personnel and where it is named (法院人员类别), row C04.' })
class CourtPersonnelCategoryEntry {
  @Field(() => CourtPersonnelCategoryEnum)
  code!: string;

  @Field(() => String, { description: 'The term in Chinese (中文名称).' })
  zh!: string;

  @Field(() => String, { description: 'The document that names it (出处).' })
  source!: string;

  @Field(() => String, { description: 'The article (条款).' })
  article!: string;

  @Field(() => String, { description: 'The words of the document (原文).' })
  quote!: string;
}

@Resolver()
export class PersonnelCategoryResolver {
  @Query(() => [CourtPersonnelCategoryEntry], {
    description: 'The code list of court personnel (法院人员类别代码表). Basis: LB-13.',
  })
  courtPersonnelCategories() {
    return Object.entries(personnelCategories).map(([code, line]) => ({ code, ...line }));
  }
}
