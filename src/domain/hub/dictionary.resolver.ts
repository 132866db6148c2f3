import { Field, ObjectType, Query, Resolver } from 'type-graphql';
import { purposes } from '../../identity/purposes.js';
import { legalBases } from '../../policy/legal-basis.js';
import { PurposeEnum } from './enums.type.js';

@ObjectType({ description: 'A purpose that a request may state in X-Lushu-Purpose (使用目的).' })
class PurposeEntry {
  @Field(() => PurposeEnum)
  code!: string;

  @Field(() => String)
  en!: string;

  @Field(() => String)
  zh!: string;
}

@ObjectType({ description: 'A legal basis of the permission matrix (法律依据): where the words stand, and the words.' })
class LegalBasisEntry {
  @Field(() => String, { description: 'LB-01 and on, as `extensions.withheld` names it (依据代码).' })
  code!: string;

  @Field(() => String, { description: 'The document, or `statute` (出处).' })
  source!: string;

  @Field(() => String, { description: 'The article (条款).' })
  article!: string;

  @Field(() => String, { description: 'The words (原文).' })
  quote!: string;

  @Field(() => String, { description: 'What they mean here, in English.' })
  en!: string;
}

/** The hub's own code lists. Basis: LB-14. */
@Resolver()
export class DictionaryResolver {
  @Query(() => [PurposeEntry], { description: 'The closed list of purposes (使用目的清单). Basis: LB-14.' })
  purposes(): PurposeEntry[] {
    return Object.entries(purposes).map(([code, words]) => ({ code, ...words }));
  }

  @Query(() => [LegalBasisEntry], {
    description: 'Why each line of the permission matrix is as it is (法律依据). Basis: LB-14.',
  })
  legalBases(): LegalBasisEntry[] {
    return Object.entries(legalBases).map(([code, basis]) => ({ code, ...basis }));
  }
}
