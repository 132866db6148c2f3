import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { LicenceStatusEnum, PractitionerCategoryEnum } from './enums.type.js';

@InputType({
  description:
    'Narrows a search for lawyers; every part given must hold. A part needs the right to see its field in full.',
})
export class LawyerFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Beginning of the name, of its pinyin (zhangwei) or initials (zw); or a whole former name (姓名前缀、拼音、曾用名).',
  })
  namePrefix?: string | null;

  @Field(() => ID, { nullable: true, description: 'Practising firm (执业机构).' })
  firmId?: string | null;

  @Field(() => String, { nullable: true, description: 'Division and all below it: 330000, 330100, 330106.' })
  divisionCode?: string | null;

  @Field(() => LicenceStatusEnum, { nullable: true, description: 'Status today (今日执业状态).' })
  licenceStatus?: string | null;

  @Field(() => PractitionerCategoryEnum, { nullable: true })
  category?: string | null;

  @Field(() => String, { nullable: true, description: 'Service mobile, whole.' })
  mobile?: string | null;
}

/** Orders of a list of lawyers. */
export enum LawyerOrder {
  NAME = 'NAME',
  CERTIFICATE_NO = 'CERTIFICATE_NO',
  FIRST_PRACTISED_ON = 'FIRST_PRACTISED_ON',
}
registerEnumType(LawyerOrder, {
  name: 'LawyerOrder',
  description: 'Order of a list of lawyers.',
  valuesConfig: {
    NAME: { description: 'by pinyin of the name (姓名拼音)' },
    CERTIFICATE_NO: { description: 'by certificate number (执业证号)' },
    FIRST_PRACTISED_ON: { description: 'by first day of practice (首次执业日)' },
  },
});
