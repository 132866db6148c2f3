import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';

type Field = GraphQLField<unknown, unknown>;

/** A selection, and the coordinates it asks for: what the trail must name. */
export interface Selection {
  readonly text: string;
  readonly coordinates: ReadonlySet<string>;
}

/** Pages and edges carry records: they count for no level of nesting. */
export const isCarrier = (type: GraphQLNamedType): boolean => /(Connection|Edge|PageInfo)$/.test(type.name);

/** Parts of an answer that are no records: a verdict, and all it is made of. They are asked for whole. */
const isPart = (type: GraphQLNamedType): boolean =>
  /^(RestrictionVerdict|RestrictionConstraint|Verdict(Norm|Duty|Pack)|CountedFrom)$/.test(type.name);

/** How a row without an id is told: by these fields. */
const keys: Readonly<Record<string, readonly string[]>> = {
  Certificate: ['certificateNo'],
  FirmAffiliation: ['from'],
  ContactFieldOwner: ['field'],
  RuleSwitch: ['name'],
  Viewer: ['role'],
  PageInfo: ['hasNextPage'],
};
const keysOf = (type: GraphQLObjectType) => keys[type.name] ?? (type.getFields().id ? ['id'] : ['code']);

/** Every plain field of a type and every edge `levels` deep; at the last level an edge tells the key of what it leads to. */
export function everything(type: GraphQLType, levels: number): Selection {
  const coordinates = new Set<string>();
  const text = select(getNamedType(type), levels, coordinates);
  return { text, coordinates };
}

function select(type: GraphQLNamedType, levels: number, coordinates: Set<string>): string {
  if (isUnionType(type))
    return `{ __typename ${type
      .getTypes()
      .map((member) => `... on ${member.name} ${select(member, Math.max(levels, 0), coordinates)}`)
      .join(' ')} }`;
  if (!isObjectType(type)) return '';
  const isKeyOnly = levels < 0 && !isCarrier(type) && !isPart(type);
  const fields = Object.values(type.getFields()).filter(({ name }) => !isKeyOnly || keysOf(type).includes(name));
  const parts = fields.map((field) => {
    coordinates.add(`${type.name}.${field.name}`);
    const named = getNamedType(field.type);
    const below = isCarrier(type) || (isObjectType(named) && isCarrier(named)) ? levels : levels - 1;
    // the page carries its records twice; once is enough to see all of them
    const isTwin = named.name.endsWith('Edge');
    return `${field.name} ${isTwin ? twin(named as GraphQLObjectType, coordinates) : select(named, below, coordinates)}`;
  });
  return `{ ${parts.join(' ')} }`;
}

function twin(edge: GraphQLObjectType, coordinates: Set<string>): string {
  const node = getNamedType((edge.getFields().node as Field).type);
  for (const name of ['cursor', 'node']) coordinates.add(`${edge.name}.${name}`);
  coordinates.add(`${node.name}.id`);
  return '{ cursor node { id } }';
}

/** Arguments that GraphQL admits, with nothing meant by them: to ask what is closed. */
export function anyArguments(field: Field): string {
  const needed = field.args.filter(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined);
  if (needed.length === 0) return '';
  return `(${needed.map((argument: GraphQLArgument) => `${argument.name}: ${anyValue(argument.type)}`).join(', ')})`;
}

function anyValue(type: GraphQLType): string {
  if (isNonNullType(type)) return anyValue(type.ofType);
  if (isListType(type)) return `[${anyValue(type.ofType)}]`;
  if (isEnumType(type)) return (type.getValues()[0] as { name: string }).name;
  if (isInputObjectType(type)) {
    const needed = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
    return `{ ${needed.map((field) => `${field.name}: ${anyValue(field.type)}`).join(', ')} }`;
  }
  const literals: Readonly<Record<string, string>> = {
    Int: '1',
    Float: '1',
    Boolean: 'true',
    Date: '"2026-01-01"',
    ItemDate: '"2026-01-01"',
    DateTime: '"2026-01-01T00:00:00Z"',
    ItemDateTime: '"2026-01-01T00:00:00Z"',
    ID: '"0190a000-0000-7000-8000-000000000000"',
  };
  return literals[String(type)] ?? '"x"';
}
