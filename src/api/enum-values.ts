import { type GraphQLSchema, getNamedType, isEnumType, isObjectType } from 'graphql';
import { UNKNOWN_VALUE } from '../operation/unusable.js';

const ROOTS = ['Query', 'Mutation'];

/**
 * Lets an enum value that is not in the list through to the operation, marked: it refuses the item of a batch it
 * stands in (VALUE_UNKNOWN, with the path) and not its neighbours. Only root arguments are looked at there, so deeper
 * fields may take no enum: throws when one does. Changes the schema given.
 */
export function enumValuesByItem(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isEnumType(type)) {
      const parse = type.parseValue.bind(type);
      type.parseValue = (value) => {
        try {
          return parse(value);
        } catch {
          return UNKNOWN_VALUE;
        }
      };
    }
    if (!isObjectType(type) || ROOTS.includes(type.name)) continue;
    for (const field of Object.values(type.getFields()))
      for (const argument of field.args)
        if (isEnumType(getNamedType(argument.type)))
          throw new Error(`${type.name}.${field.name}(${argument.name}:) takes an enum below the root`);
  }
  return schema;
}
